import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeServer, type Asked } from '../../test/fakeServer';
import { renderIn } from '../../test/render';
import { LoggedTodayCard } from './LoggedTodayCard';
import { OpenLogContext } from './openLog';
import { OutboxProvider, useOutbox } from './OutboxProvider';
import { emptyDraft } from './draft';

const call = {
  kind: 'call',
  label: null,
  client_facing: true,
  has_direction: true,
  has_duration: true,
  outcomes: [{ outcome: 'agreed', label: null }],
};
const activity = {
  activity_id: '1',
  contact_id: '101',
  contact_name: 'Petar Iliev',
  kind: 'call',
  outcome: 'agreed',
  duration_s: null,
  topic: null,
  occurred_at: new Date().toISOString(),
  state: 'live',
  sources: [{ source: 'log' }] as object[],
};
const list = (items: unknown[]) => ({ items, next: null });

type Reply = ReturnType<Parameters<typeof fakeServer>[0]>;
let onVoid: Reply = 'away';
let stored: (typeof activity)[] = [];

function answer({ method, path }: Asked): Reply {
  if (path.endsWith('/void')) return onVoid;
  if (method === 'POST') {
    stored = [activity];
    return [201, { activity, counts: [] }];
  }
  if (path.startsWith('/activities')) return [200, list(stored)];
  return [200, list(path.startsWith('/kinds') ? [call] : [])];
}

function Save() {
  const { save, entries } = useOutbox();
  const petar = { contact_id: '101', name: 'Petar Iliev', account_name: null };
  const draft = { ...emptyDraft('call', petar), outcome: 'agreed' };
  return (
    <button type="button" onClick={() => save(draft, call)}>
      save, {entries.length} in the outbox
    </button>
  );
}

/** Logs a call, and takes it back once the server has it. */
async function logAndUndo() {
  const asked = fakeServer(answer);
  const user = userEvent.setup();
  await renderIn(
    <OutboxProvider user="3">
      <OpenLogContext value={vi.fn()}>
        <Save />
        <LoggedTodayCard />
      </OpenLogContext>
    </OutboxProvider>,
  );
  await screen.findByText('Nothing logged today.');
  await user.click(screen.getByRole('button', { name: /^save/ }));
  await screen.findByText('Petar Iliev');
  await screen.findByRole('button', { name: 'save, 0 in the outbox' });
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(asked.some(({ path }) => path.endsWith('/void'))).toBe(true));
  return { asked, user };
}

const readings = (asked: Asked[]) =>
  asked.filter(({ method, path }) => method === 'GET' && path.startsWith('/activities')).length;

describe('what was logged today', () => {
  it('tells of both sources of a call that has a record', async () => {
    const record = { source: 'calls:pbx', occurred_at: activity.occurred_at, duration_s: 95 };
    stored = [{ ...activity, sources: [{ source: 'log' }, record] }];
    fakeServer(answer);
    await renderIn(
      <OutboxProvider user="3">
        <OpenLogContext value={vi.fn()}>
          <LoggedTodayCard />
        </OpenLogContext>
      </OutboxProvider>,
    );
    const words = await screen.findByText(/^Known from:/);
    expect(words).toHaveTextContent(/logged by hand.*call record of .?pbx/);
  });
});

describe('an undo', () => {
  beforeEach(() => {
    stored = [];
  });

  it('without a network stays undone, and is kept until it can be sent', async () => {
    onVoid = 'away';
    const { asked } = await logAndUndo();
    await waitFor(() => expect(readings(asked)).toBeGreaterThan(1));
    expect(await screen.findByText('Nothing logged today.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'save, 1 in the outbox' })).toBeVisible();
    expect(localStorage.getItem('paceline.outbox.3')).toContain('"voids":"1"');
  });

  it('that the server refuses says so, and the row is there again', async () => {
    onVoid = [403, { code: 'right.missing' }];
    const { user } = await logAndUndo();
    const row = (await screen.findByText('could not be taken back')).closest('li') as HTMLElement;
    expect(within(row).getByText('Petar Iliev')).toBeVisible();
    await user.click(within(row).getByRole('button', { name: 'Understood' }));
    expect(screen.queryByText('could not be taken back')).toBeNull();
    expect(screen.getByText('Petar Iliev')).toBeVisible();
  });
});
