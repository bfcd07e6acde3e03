import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeServer, type Asked } from '../../test/fakeServer';
import { renderIn } from '../../test/render';
import type { Language } from '../i18n/languages';
import { OutboxProvider } from './OutboxProvider';
import QuickLog from './QuickLog';

const call = {
  kind: 'call',
  label: null,
  client_facing: true,
  has_direction: true,
  has_duration: true,
  outcomes: ['no_answer', 'agreed', 'refused'].map((outcome) => ({ outcome, label: null })),
};
const petar = {
  contact_id: '101',
  name: 'Petar Iliev',
  account_name: 'Brightwater Dental',
  phone: null,
  email: null,
  relation: 'lead',
  temperature: 'hot',
  source: null,
  owner: null,
  last_activity_at: null,
  waiting_since: null,
};
const whoField = { name: /^(Who|مَن)$/ };
const list = (items: unknown[]) => ({ items, next: null });

function answer({ method, path }: Asked): [number, unknown] | 'away' {
  if (path.startsWith('/kinds')) return [200, list([call])];
  if (path.startsWith('/contacts?prefix=bri')) return [200, list([petar])];
  if (method === 'POST' && path === '/contacts') return [201, { ...petar, contact_id: '500' }];
  if (method === 'POST' && path === '/activities')
    return [201, { activity: { activity_id: '1', ...petar }, counts: [] }];
  if (path === '/activities/preview') return [200, { counts: [], notes: [] }];
  return [200, list([])];
}

async function openLog(onClose = vi.fn(), language: Language = 'en') {
  await renderIn(
    <OutboxProvider user="3">
      <QuickLog start={{}} onClose={onClose} />
    </OutboxProvider>,
    language,
  );
  await screen.findByRole('combobox', whoField);
  return { onClose, keyboard: userEvent.setup() };
}

const written = (asked: Asked[]) =>
  asked.filter(({ method, path }) => method === 'POST' && !path.endsWith('preview'));

describe('quick log', () => {
  let asked: Asked[] = [];
  beforeEach(() => {
    asked = fakeServer(answer);
  });

  it('logs with letters, Enter, a letter, Enter', async () => {
    const { onClose, keyboard } = await openLog();
    await keyboard.type(screen.getByRole('combobox', whoField), 'bri');
    await screen.findByText('Brightwater Dental');
    await keyboard.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement).toHaveAttribute('role', 'radio'));
    await keyboard.keyboard('g');
    await waitFor(() => expect(screen.getByRole('radio', { name: /Agreed/ })).toBeChecked());
    await keyboard.keyboard('{Enter}');
    expect(onClose).toHaveBeenCalledOnce();
    await waitFor(() => expect(written(asked)).toHaveLength(1));
    expect(written(asked)[0]).toMatchObject({
      path: '/activities',
      body: { kind: 'call', contact_id: '101', outcome: 'agreed', direction: 'outbound' },
    });
    expect(written(asked)[0]?.key).toMatch(/^[0-9a-f]{32}$/);
  });

  it('takes Enter before the answer has come', async () => {
    const { keyboard } = await openLog();
    await keyboard.type(screen.getByRole('combobox', whoField), 'bri{Enter}');
    await waitFor(() => expect(document.activeElement).toHaveAttribute('role', 'radio'));
    await keyboard.keyboard('g{Enter}');
    await waitFor(() => expect(written(asked)).toHaveLength(1));
    expect(written(asked)[0]?.body).toMatchObject({ contact_id: '101', outcome: 'agreed' });
  });

  it.each([
    ['at once', 'Anna Newman{Enter}'],
    ['from the list', 'Anna Newman'],
  ])('takes nobody who matches only the first word, %s', async (_, typed) => {
    const annas = ['Anna Costa', 'Anna Newby'].map((name, at) => ({
      ...petar,
      contact_id: String(at),
      name,
    }));
    asked = fakeServer((one) =>
      one.path.startsWith('/contacts?prefix=Anna') ? [200, list(annas)] : answer(one),
    );
    const { keyboard } = await openLog();
    await keyboard.type(screen.getByRole('combobox', whoField), typed);
    if (!typed.endsWith('{Enter}')) {
      await waitFor(() =>
        expect(asked.at(-1)?.path).toMatch(/^\/contacts\?prefix=Anna(%20|\+)Newman&/),
      );
      await waitFor(() =>
        expect(within(screen.getByRole('listbox')).getAllByRole('option')).toHaveLength(1),
      );
      await keyboard.keyboard('{Enter}');
    }
    await waitFor(() => expect(document.activeElement).toHaveAttribute('role', 'radio'));
    expect(screen.getByText('Anna Newman')).toBeVisible();
    expect(screen.getByText('new contact')).toBeVisible();
  });

  it('logs what happened earlier, for as long as was typed, and says what it understood', async () => {
    const { keyboard } = await openLog();
    await keyboard.type(screen.getByRole('combobox', whoField), 'bri');
    await screen.findByText('Brightwater Dental');
    await keyboard.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement).toHaveAttribute('role', 'radio'));
    await keyboard.keyboard('g');
    await keyboard.type(screen.getByLabelText('Duration'), '5');
    expect(screen.getByText('Duration: 5 min')).toBeVisible();
    const when = screen.getByLabelText('When, if not now');
    fireEvent.change(when, { target: { value: '2099-01-01T10:30' } });
    await keyboard.click(screen.getByRole('button', { name: /Log|Save/ }));
    expect(screen.getByRole('alert')).toHaveTextContent('has not happened yet');
    fireEvent.change(when, { target: { value: '2026-01-05T10:30' } });
    await screen.findByText('Mon 5 Jan, 10:30');
    await keyboard.click(screen.getByRole('button', { name: /Log|Save/ }));
    await waitFor(() => expect(written(asked)).toHaveLength(1));
    expect(written(asked)[0]?.body).toMatchObject({
      duration_s: 300,
      occurred_at: '2026-01-05T08:30:00.000Z',
    });
  });

  it('makes a contact whose name nobody has', async () => {
    const { keyboard } = await openLog();
    await keyboard.type(screen.getByRole('combobox', whoField), 'Zoe New');
    await screen.findByText(/New contact/);
    await keyboard.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement).toHaveAttribute('role', 'radio'));
    await keyboard.keyboard('g{Enter}');
    await waitFor(() => expect(written(asked)).toHaveLength(2));
    expect(written(asked).map(({ body }) => body)).toMatchObject([
      { name: 'Zoe New' },
      { contact_id: '500' },
    ]);
  });

  it('names the step that is missing and keeps the rest', async () => {
    const { onClose, keyboard } = await openLog();
    await keyboard.type(screen.getByRole('combobox', whoField), 'bri');
    await screen.findByText('Brightwater Dental');
    await keyboard.keyboard('{Enter}');
    await screen.findByText('Change');
    await keyboard.click(screen.getByRole('button', { name: /Save/ }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Choose the outcome');
    expect(screen.getByText('Petar Iliev')).toBeVisible();
    expect(onClose).not.toHaveBeenCalled();
  });

  it('keeps the entry on the device when the server is away', async () => {
    fakeServer((one) => (one.path === '/activities' ? 'away' : answer(one)));
    const { onClose, keyboard } = await openLog();
    await keyboard.type(screen.getByRole('combobox', whoField), 'bri{Enter}');
    await waitFor(() => expect(document.activeElement).toHaveAttribute('role', 'radio'));
    await keyboard.keyboard('g{Enter}');
    expect(onClose).toHaveBeenCalledOnce();
    await waitFor(() => expect(localStorage.getItem('paceline.outbox.3')).toContain('"agreed"'));
  });

  it('speaks Arabic, and takes Arabic and Latin letters', async () => {
    const { keyboard } = await openLog(vi.fn(), 'ar');
    await keyboard.type(screen.getByRole('combobox', whoField), 'bri{Enter}');
    await waitFor(() => expect(document.activeElement).toHaveAttribute('role', 'radio'));
    await keyboard.keyboard('ل');
    expect(screen.getByRole('radio', { name: /لا رد/ })).toBeChecked();
    await keyboard.keyboard('[KeyG]');
    expect(screen.getByRole('radio', { name: /موافقة/ })).toBeChecked();
  });
});
