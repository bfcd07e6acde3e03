import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { fakeServer } from '../../test/fakeServer';
import { renderPage } from '../../test/page';
import { rule } from '../../test/fixtures';
import type { LeadsTo, LedTo, Look, Notice, Settings } from '../api/types';
import FairSettingsPage from './FairSettingsPage';
import LeaderboardPage from './LeaderboardPage';
import LeadsToPage from './LeadsToPage';
import LooksPage from './LooksPage';
import NoticePage from './NoticePage';

type Reply = Parameters<typeof fakeServer>[0];

const list = (items: readonly unknown[]) => ({ items, next: null });

async function show(page: Parameters<typeof renderPage>[0], reply: Reply) {
  const asked = fakeServer((one) => (one.path.startsWith('/kinds') ? [200, list([])] : reply(one)));
  await renderPage(page, '/pace');
  return { asked, user: userEvent.setup() };
}

function around(element: HTMLElement, tag: string): HTMLElement {
  const found = element.closest<HTMLElement>(tag);
  if (found === null) throw new Error(`no ${tag} around it`);
  return found;
}

const rowOf = async (name: string) => around(await screen.findByRole('rowheader', { name }), 'tr');

const look = (name: string, what: Look['what'], day: string, count: number): Look => ({
  viewer_id: '2',
  viewer_name: name,
  viewer_role: 'manager',
  what,
  day,
  count,
  last_at: `${day}T09:05:00Z`,
});

describe('LooksPage', () => {
  it('says by day who saw what, and how often', async () => {
    const looks = [
      look('Maya Cole', 'evidence', '2026-11-27', 1),
      look('Maya Cole', 'pace', '2026-11-27', 3),
      { ...look('', 'activities', '2026-11-26', 1), viewer_id: null },
    ];
    await show(LooksPage, () => [200, list(looks)]);
    const friday = around(await screen.findByText('Friday 27 November'), 'section');
    expect(within(friday).getByText('3 times, last at', { exact: false })).toHaveTextContent(
      '3 times, last at 11:05',
    );
    expect(within(friday).getByText('what makes your figures')).toBeVisible();
    expect(screen.getByText('The system itself')).toBeVisible();
  });

  it('says so when nobody looked', async () => {
    await show(LooksPage, () => [200, list([])]);
    expect(await screen.findByText('Nobody has looked at your figures.')).toBeVisible();
  });
});

const notice: Notice = {
  company: 'Brightline Ltd.',
  contact: 'Ida, works council',
  ground: null,
  monitoring: 'own_figures',
  coming: { monitoring: 'full', from: '2026-11-28T22:00:00Z' },
  fewest_people: 5,
  leaderboard: false,
  recorded: [
    { what: 'leave', days: null },
    { what: 'looks', days: 366 },
  ],
  readers: [
    { role: 'rep', whose: 'own', sees: 'figures' },
    { role: 'manager', whose: 'own_team', sees: 'sums' },
  ],
  admins: [{ name: 'Ada Min', email: 'ada@example.com' }],
  quotas: [
    {
      quota_id: '7',
      key: 'calls',
      name: 'Calls',
      rule,
      period_kind: 'week',
      amount: 250,
    },
  ],
  day: '2026-11-27',
};

describe('NoticePage', () => {
  it('says what is recorded, who sees it and what is to come', async () => {
    await show(NoticePage, () => [200, notice]);
    expect(await screen.findByText('Kept for 366 days.')).toBeVisible();
    expect(screen.getByText('Days of leave', { exact: false })).toBeVisible();
    expect(screen.getByText('sums of five people or more')).toBeVisible();
    expect(screen.getByText('From 29 Nov 00:00 on: All figures.')).toBeVisible();
    expect(screen.getByText('Brightline Ltd.')).toBeVisible();
    expect(screen.getByText('Ida, works council')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Print' })).toBeVisible();
  });
});

const chance = (n: number, of: number, low = 0.1, high = 0.4) => ({
  n,
  of,
  share: of === 0 ? null : n / of,
  interval: of === 0 ? null : { low, high },
  too_few: of < 8,
});
const ledTo = (n: number, of: number): LedTo => ({
  reached: chance(n, of),
  agreed: chance(0, of),
  refused: chance(0, 0),
});
const led: LeadsTo = {
  from: '2026-10-31',
  to: '2026-11-28',
  within_days: 14,
  activities: 43,
  contacts: 30,
  rows: [
    {
      kind: 'call',
      outcome: 'no_answer',
      activities: 40,
      share: 0.93,
      minutes: 12,
      timed: 40,
      without_contact: 1,
      open: 3,
      per_activity: ledTo(9, 36),
      per_contact: ledTo(7, 28),
    },
    {
      kind: 'email',
      outcome: 'sent',
      activities: 3,
      share: 0.07,
      minutes: 0,
      timed: 0,
      without_contact: 0,
      open: 0,
      per_activity: ledTo(1, 3),
      per_contact: ledTo(1, 3),
    },
  ],
  weeks: [],
  cold_and_signal: {
    cold: { contacts: 12, open: 0, led_to: ledTo(2, 12) },
    signal_led: { contacts: 10, open: 0, led_to: ledTo(6, 10) },
    reached: null,
    agreed: { value: 0.43, interval: { low: 0.05, high: 0.7 }, chance_higher: 0.948 },
    too_few: false,
  },
  why_absent: null,
};

describe('LeadsToPage', () => {
  it('shows what followed, with its interval, and no verdict on a few', async () => {
    await show(LeadsToPage, () => [200, led]);
    const calls = await rowOf('Call, no answer');
    expect(within(calls).getByText('25%')).toBeVisible();
    expect(within(calls).getByText('9 of 36')).toBeVisible();
    const mails = await rowOf('E-mail, sent');
    expect(within(mails).getAllByText('too few to tell').length).toBeGreaterThan(0);
    expect(
      screen.getByText('Contacts with a signal agreed more often: by 43 points in 100, 5 to 70.'),
    ).toBeVisible();
    expect(
      screen.getByText('The chance that contacts with a signal agree more often: 19 in 20.'),
    ).toBeVisible();
  });

  it('opens the rows behind a figure', async () => {
    const row = {
      activity_id: '9',
      rep_id: '3',
      kind: 'call',
      outcome: 'no_answer',
      occurred_at: '2026-11-02T09:00:00Z',
      day: '2026-11-02',
      contact_id: '4',
      contact_name: 'Petar Iliev',
      account_name: null,
      open: false,
      reached: {
        activity_id: '10',
        kind: 'call',
        outcome: 'listened',
        occurred_at: '2026-11-05T09:00:00Z',
      },
      agreed: null,
      refused: null,
    };
    const { asked, user } = await show(LeadsToPage, ({ path }) =>
      path.includes('/activities') ? [200, list([row])] : [200, led],
    );
    const calls = await rowOf('Call, no answer');
    await user.click(within(calls).getByText('9 of 36'));
    const drawer = await screen.findByRole('dialog');
    expect(await within(drawer).findByText('Petar Iliev')).toBeVisible();
    expect(within(drawer).getByText('Call, listened on 5 Nov 11:00')).toBeVisible();
    expect(asked.at(-1)?.path).toContain('kind=call&outcome=no_answer&followed=reached');
  });

  it('says why a sum of a few is not there', async () => {
    await show(LeadsToPage, () => [
      200,
      { ...led, activities: 0, rows: [], cold_and_signal: null, why_absent: 'too_few_people' },
    ]);
    expect(
      await screen.findByText('Fewer than five people: their sum is not shown.'),
    ).toBeVisible();
  });
});

const settings: Settings = {
  monitoring: 'full',
  coming: null,
  leaderboard: false,
  notice: { company: 'Brightline', contact: null, ground: null },
  phone_country: null,
};

describe('FairSettingsPage', () => {
  it('changes the profile, and saves the words of the notice', async () => {
    const { asked, user } = await show(FairSettingsPage, () => [200, settings]);
    await user.click(await screen.findByRole('radio', { name: 'Own figures only' }));
    const changes = () => asked.filter(({ method }) => method === 'PATCH');
    expect(changes().at(-1)?.body).toEqual({ monitoring: 'own_figures' });
    expect(await screen.findByText('Saved')).toBeVisible();
    await user.type(screen.getByLabelText('Contact'), 'Ida');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(changes().at(-1)?.body).toEqual({
      notice: { company: 'Brightline', contact: 'Ida', ground: '' },
    });
    expect(new Set(changes().map(({ key }) => key)).size).toBe(2);
  });
});

describe('LeaderboardPage', () => {
  it('says so to somebody without a team', async () => {
    await show(LeaderboardPage, () => [200, { joined: false, first_name_only: false }]);
    expect(await screen.findByText('You belong to no team.')).toBeVisible();
  });
});
