import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { fakeServer } from '../../../test/fakeServer';
import { renderIn } from '../../../test/render';
import type { Quota, QuotaPreview } from '../../api/types';
import { EditorDialog } from './EditorDialog';

vi.setConfig({ testTimeout: 20_000 });

const reps = {
  items: [
    { rep_id: '3', name: 'Ann', email: 'ann@acme.example', team: { team_id: '1', name: 'North' } },
  ],
  next: null,
};

const kinds = {
  items: [
    {
      kind: 'call',
      label: null,
      client_facing: true,
      has_direction: true,
      has_duration: true,
      outcomes: [{ outcome: 'answered', label: null }],
    },
  ],
  next: null,
};

const week = (key: string) => ({ key, from: '2026-11-23', to: '2026-11-30' });

const preview: QuotaPreview = {
  from: '2026-11-23',
  is_new: true,
  reps: [
    {
      rep_id: '3',
      rep_name: 'Ann',
      period: week('2026-W48'),
      amount: 40,
      floor: null,
      stretch: null,
      amount_full: 50,
      excused: false,
      proration: [{ why: 'holiday', minutes: 480 }],
      before: { period: week('2026-W47'), amount: 50, excused: false, counted: 61, grade: 'quota' },
    },
  ],
};

const known: Quota = {
  quota_id: '5',
  key: 'calls',
  name: 'Calls',
  rule: {
    rule_id: '1',
    unit: 'activities',
    kinds: ['call'],
    directions: [],
    outcomes: [],
    temperatures: [],
    relations: [],
    sources: [],
    product_lines: [],
    segments: [],
    topics: [],
    min_duration_s: 0,
    repeat_window_s: 300,
    after_signal: null,
    currency: null,
  },
  period_kind: 'week',
  amount: 50,
  unit: 'activities',
  floor: null,
  stretch: null,
  excuses: { holidays: true, part_time: true, leave: true, ramp: true },
  from: '2026-01-05',
  span: null,
  subjects: [
    { kind: 'team', id: '1', name: 'North', email: null, amount: null, floor: null, stretch: null },
  ],
};

type Reply = Parameters<typeof fakeServer>[0];

const serve =
  (store: ReturnType<Reply> = [201, {}]): Reply =>
  ({ path }) => {
    if (path === '/quotas') return store;
    if (path === '/quotas/preview') return [200, preview];
    if (path.startsWith('/reps')) return [200, reps];
    if (path.startsWith('/kinds')) return [200, kinds];
    return [200, { items: [], next: null }];
  };

async function fill(reply: Reply) {
  const asked = fakeServer(reply);
  const onClose = vi.fn();
  await renderIn(<EditorDialog quota="new" onClose={onClose} />);
  const user = userEvent.setup();
  await user.type(screen.getByRole('textbox', { name: /Name/ }), 'Calls');
  await user.type(screen.getByRole('textbox', { name: /Amount/ }), '50');
  await screen.findByRole('option', { name: 'North as one' });
  await user.selectOptions(
    screen.getByRole('combobox', { name: 'Add who is asked' }),
    'team/North',
  );
  return { asked, onClose, user };
}

describe('the editor of a quota', () => {
  it('says what is missing before it asks the server', async () => {
    const asked = fakeServer(serve());
    await renderIn(<EditorDialog quota="new" onClose={() => undefined} />);
    expect(
      screen.getByText(/Still missing: .*a name.*an amount.*somebody who is asked/),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Set the quota' })).toBeDisabled();
    expect(asked.filter(({ path }) => path === '/quotas/preview')).toEqual([]);
  });

  it('shows whom it would ask, and what the period before would have been', async () => {
    await fill(serve());
    expect(await screen.findByText(/would have been reached by 1 of 1/)).toBeVisible();
    expect(screen.getByText('61 / 50')).toBeVisible();
  });

  it('stores it once, and closes', async () => {
    const { asked, onClose, user } = await fill(serve());
    await user.click(screen.getByRole('button', { name: 'Set the quota' }));
    await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
    const stored = asked.filter(({ path, method }) => path === '/quotas' && method === 'POST');
    expect(stored).toHaveLength(1);
    expect(stored[0]?.key).toBeTruthy();
    expect(stored[0]?.body).toMatchObject({
      key: 'calls',
      name: 'Calls',
      period: 'week',
      amount: 50,
      rule: { kinds: ['call'], unit: 'activities' },
      subjects: [{ team: 'North' }],
    });
  });

  it('says every fault in words, and stays open', async () => {
    const refusal = {
      status: 409,
      code: 'quota.key.taken',
      title: '',
      detail: '',
      faults: [
        { pointer: '/key', code: 'quota.key.taken', detail: '' },
        { pointer: '/x', code: 'some.other', detail: '' },
      ],
    };
    const { onClose, user } = await fill(serve([409, refusal]));
    await user.click(screen.getByRole('button', { name: 'Set the quota' }));
    expect(await screen.findByText('A quota of this name is there already.')).toBeVisible();
    expect(screen.getByText('some.other')).toBeVisible();
    expect(onClose).not.toHaveBeenCalled();
  });

  it('changes only what the user has seen, and says when somebody else was there', async () => {
    const refusal = { status: 409, code: 'quota.changed', title: '', detail: 'Ann', faults: [] };
    const asked = fakeServer((one) => {
      if (one.path === '/quotas/calls' && one.method === 'PUT') return [409, refusal];
      if (one.path === '/quotas/calls')
        return [200, { ...known, versions: [], may_manage: true }, { ETag: '"a1"' }];
      return serve()(one);
    });
    await renderIn(<EditorDialog quota={known} onClose={() => undefined} />);
    const button = screen.getByRole('button', { name: 'Change the quota' });
    await vi.waitFor(() => expect(button).toBeEnabled());
    await userEvent.setup().click(button);
    expect(await screen.findByText(/Somebody else has changed this quota meanwhile/)).toBeVisible();
    expect(asked.find(({ method }) => method === 'PUT')?.seen).toBe('"a1"');
  });
});
