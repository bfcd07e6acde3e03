import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { fakeServer } from '../../test/fakeServer';
import { renderIn } from '../../test/render';
import type { Language } from '../i18n/languages';
import EvidenceDrawer from './EvidenceDrawer';
import { detail, evidence } from '../../test/fixtures';

const kinds = {
  items: [
    {
      kind: 'call',
      label: null,
      client_facing: true,
      has_direction: true,
      has_duration: true,
      outcomes: [
        { outcome: 'listened', label: null },
        { outcome: 'agreed', label: null },
      ],
    },
  ],
  next: null,
};

vi.setConfig({ testTimeout: 20_000 });
configure({ asyncUtilTimeout: 5_000 });

type Reply = Parameters<typeof fakeServer>[0];

const answer: Reply = ({ path, method }) => {
  if (method === 'POST') return [200, { activity: {}, counts: [] }];
  if (path.includes('/pace')) return [200, detail];
  if (path.startsWith('/kinds')) return [200, kinds];
  if (path.startsWith('/topics')) return [200, { items: [], next: null }];
  if (path.includes('counts=no')) {
    return [200, { ...evidence, items: evidence.items.filter(({ counts }) => !counts) }];
  }
  return [200, evidence];
};

function Host() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        88
      </button>
      <EvidenceDrawer quota="7" rep="me" open={open} onClose={() => setOpen(false)} />
    </>
  );
}

async function openDrawer(reply: Reply = answer, language: Language = 'en') {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
  const asked = fakeServer(reply);
  const user = userEvent.setup();
  await renderIn(<Host />, language);
  await user.click(screen.getByRole('button', { name: '88' }));
  return { asked, user };
}

describe('EvidenceDrawer', () => {
  it('says what makes the figure: definition, split, reasons, rows', async () => {
    await openDrawer();
    const drawer = await screen.findByRole('dialog', { name: 'What makes 88' });
    expect(
      await within(drawer).findByText(
        /^Outbound calls of 20 seconds or more to different contacts/,
      ),
    ).toBeVisible();
    expect(drawer).toHaveTextContent('88 count');
    expect(drawer).toHaveTextContent('41 do not');
    expect(within(drawer).getByText('Same contact again')).toBeVisible();
    expect(within(drawer).getByText('Same contact, counted 12 Nov')).toBeVisible();
    expect(within(drawer).getByText('Topic is group health')).toBeVisible();
    expect(within(drawer).getAllByRole('listitem').length).toBeGreaterThanOrEqual(10);
  });

  it('gives a reason only to the rows that do not count', async () => {
    await openDrawer();
    const ana = (await screen.findByText('Ana Costa')).closest('li') as HTMLElement;
    expect(within(ana).queryByText('First time this quarter')).toBeNull();
    const mirko = screen.getByText('Mirko Lang').closest('li') as HTMLElement;
    expect(within(mirko).getByText('Under 20 seconds')).toBeVisible();
  });

  it('takes the focus, closes by Esc and gives the focus back to the figure', async () => {
    const { user } = await openDrawer();
    const drawer = await screen.findByRole('dialog');
    expect(drawer).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByRole('button', { name: '88' })).toHaveFocus();
  });

  it('asks the server for the rows that do not count', async () => {
    const { user, asked } = await openDrawer();
    await user.click(await screen.findByRole('button', { name: 'Do not 41' }));
    await waitFor(() => expect(screen.queryByText('Ana Costa')).toBeNull());
    expect(asked.some(({ path }) => path.includes('counts=no'))).toBe(true);
    expect(
      asked.every(({ path }) => !path.includes('evidence') || path.includes('kinds=rule')),
    ).toBe(true);
    expect(screen.getByText('Mirko Lang')).toBeVisible();
  });

  it('shows how the figure is counted, with the numbers put in', async () => {
    const { user } = await openDrawer();
    await user.click(await screen.findByRole('button', { name: 'How this is counted' }));
    expect(screen.getByText('150 × 40 / 63 =', { exact: false })).toBeVisible();
    expect(screen.getByText('139; 128 to 151 in 8 cases of 10')).toBeVisible();
  });

  it('voids a row with a reason, once, and asks for the figures anew', async () => {
    const { user, asked } = await openDrawer();
    const row = (await screen.findByText('Mirko Lang')).closest('li');
    await user.click(within(row as HTMLElement).getByRole('button', { name: 'Menu of the row' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Void' }));
    const why = await screen.findByLabelText('Why');
    expect(why).toHaveFocus();
    expect(screen.getByRole('button', { name: 'Void' })).toBeDisabled();
    await user.type(why, 'logged twice');
    await user.click(screen.getByRole('button', { name: 'Void' }));
    await waitFor(() => expect(screen.queryByLabelText('Why')).toBeNull());
    const posts = asked.filter(({ method }) => method === 'POST');
    expect(posts).toHaveLength(1);
    expect(posts[0]).toMatchObject({
      path: '/activities/99/void',
      body: { reason: 'logged twice' },
    });
    expect(posts[0]?.key).toMatch(/^[0-9a-f]{32}$/);
    await waitFor(() =>
      expect(asked.filter(({ path }) => path.includes('/pace')).length).toBeGreaterThan(1),
    );
  });

  it('corrects only what was changed, and Esc in the form leaves the drawer open', async () => {
    const { user, asked } = await openDrawer();
    const row = (await screen.findByText('Mirko Lang')).closest('li') as HTMLElement;
    const menu = within(row).getByRole('button', { name: 'Menu of the row' });
    await user.click(menu);
    await user.click(await screen.findByRole('menuitem', { name: 'Correct' }));
    await user.keyboard('{Escape}');
    expect(screen.getByRole('dialog')).toBeVisible();
    expect(screen.queryByLabelText('Why')).toBeNull();
    await user.click(menu);
    await user.click(await screen.findByRole('menuitem', { name: 'Correct' }));
    const length = await screen.findByLabelText('Length');
    await user.clear(length);
    await user.type(length, '1:12');
    await user.type(screen.getByLabelText('Why'), 'from the call record');
    await user.click(screen.getByRole('button', { name: 'Correct' }));
    await waitFor(() =>
      expect(asked.some(({ path }) => path === '/activities/99/correct')).toBe(true),
    );
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
      set: { duration_s: 72 },
      reason: 'from the call record',
    });
  });

  it.each<[ReturnType<Reply>, RegExp]>([
    ['away', /not known whether this was stored; trying again is safe\.$/],
    [[500, { code: 'server.fault' }], /not known whether .* server\.fault$/],
    [[409, { code: 'activity.voided_already' }], /Nothing was changed\. activity\.voided_already$/],
  ])('keeps the form and says what is known after %j', async (reply, words) => {
    const { user, asked } = await openDrawer((one) =>
      one.method === 'POST' ? reply : answer(one),
    );
    const row = (await screen.findByText('Mirko Lang')).closest('li') as HTMLElement;
    await user.click(within(row).getByRole('button', { name: 'Menu of the row' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Void' }));
    await user.type(await screen.findByLabelText('Why'), 'twice');
    await user.click(screen.getByRole('button', { name: 'Void' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(words);
    expect(screen.getByLabelText('Why')).toHaveValue('twice');
    const keys = () => asked.filter(({ method }) => method === 'POST').map(({ key }) => key);
    await waitFor(() => expect(screen.getByRole('button', { name: 'Void' })).toBeEnabled());
    await user.click(screen.getByRole('button', { name: 'Void' }));
    await waitFor(() => expect(keys()).toHaveLength(2));
    expect(new Set(keys()).size).toBe(1);
  });

  it('offers the next fifty', async () => {
    const { user, asked } = await openDrawer((one) => {
      const page = one.path.includes('cursor=')
        ? { ...evidence, items: [] }
        : { ...evidence, next: 'c50' };
      return one.path.includes('/evidence') ? [200, page] : answer(one);
    });
    await user.click(await screen.findByRole('button', { name: 'Show 50 more' }));
    await waitFor(() => expect(asked.some(({ path }) => path.includes('cursor=c50'))).toBe(true));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Show 50 more' })).toBeNull());
  });

  it('has its own error with a way out', async () => {
    await openDrawer(({ path }) =>
      path.includes('/evidence')
        ? [500, {}]
        : answer({ path, method: 'GET', body: null, key: null }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'These figures could not be loaded.',
    );
  });

  it('says that nothing is there yet', async () => {
    const none = { ...evidence, items: [], counted: 0, not_counted: 0, reasons: [] };
    await openDrawer((one) => (one.path.includes('/evidence') ? [200, none] : answer(one)));
    expect(await screen.findByText('No activity here yet.')).toBeVisible();
  });

  it('speaks Arabic', async () => {
    await openDrawer(answer, 'ar');
    expect(await screen.findByRole('dialog', { name: 'ما وراء 88' })).toBeVisible();
    expect(await screen.findByText('أقل من 20 ثانية', { selector: 'p' })).toBeVisible();
  });
});
