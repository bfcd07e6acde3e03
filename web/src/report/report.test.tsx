import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { fakeServer } from '../../test/fakeServer';
import { renderIn } from '../../test/render';
import { rule } from '../../test/fixtures';
import { renderPage } from '../../test/page';
import type { LateFacts, Report, ReportLine, ReportRow, VerdictLine } from '../api/types';
import { byPeriod } from './byPeriod';
import ReportPage from './ReportPage';
import ReportsPage from './ReportsPage';
import { VerdictRow } from './VerdictRow';
import { waitingFor } from './waiting';

const line: ReportLine = {
  report_id: '70',
  quota_id: '7',
  key: 'calls',
  name: 'Calls',
  rep_id: '3',
  rep_name: 'Elena Petrova',
  period_kind: 'month',
  period: { key: '2026-10', from: '2026-10-01', to: '2026-11-01' },
  amount: 200,
  counted: 190,
  adjustment: 2,
  counted_with_adjustments: 192,
  grade: null,
  proposal: 'missed',
  verdict: 'missed',
  confirmed: false,
  seen_by_rep: null,
  seen_by_manager: null,
  closed_at: '2026-11-05T08:00:00Z',
  currency: null,
};

const report: Report = {
  ...line,
  floor: 150,
  stretch: null,
  amount_full: 220,
  proration: [{ why: 'leave', minutes: 960 }],
  minutes: 9600,
  minutes_full: 10_560,
  full_day_minutes: 480,
  excused: false,
  zone: 'Europe/Sofia',
  closed_by: null,
  checksum: 'c0ffee',
  whole: true,
  rules: [rule],
  days: [
    {
      day: '2026-10-01',
      asked: true,
      amount: 220,
      team_id: '1',
      minutes_full: 480,
      minutes_calendar: 480,
      minutes_asked: 0,
      share_bp: 10_000,
      name: null,
      closing: false,
      counted: 3,
    },
  ],
  adjustments: [
    {
      about_id: '69',
      period: '2026-09',
      activity_id: '900',
      occurred_at: '2026-09-30T08:00:00Z',
      day: '2026-09-30',
      change: 1,
      reason_before: null,
      reason: 'first_in_period',
    },
  ],
  decisions: [],
  acknowledgements: [],
  may_decide: true,
  may_acknowledge: true,
};

const row: ReportRow = {
  activity_id: '901',
  occurred_at: '2026-10-01T08:00:00Z',
  day: '2026-10-01',
  counts: false,
  reason: 'too_short',
  counted_before: null,
  kind: 'call',
  direction: 'outbound',
  duration_s: 12,
  outcome: null,
  topic: null,
  contact_id: '5',
  contact_name: 'Carla One',
  account_name: null,
  worth_minor: null,
};

const late: LateFacts = {
  counted: 190,
  counted_now: 205,
  difference: 15,
  carried: 0,
  would_be: 'met',
  changes: report.adjustments,
};

type Reply = Parameters<typeof fakeServer>[0];

const serve =
  (shown: Report = report, facts: LateFacts = late): Reply =>
  ({ path, method }) => {
    if (method === 'POST' && path.startsWith('/quotas')) {
      return [
        409,
        { status: 409, code: 'period.in_grace', title: '', detail: 'from 2026-12-03', faults: [] },
      ];
    }
    if (path.endsWith('/late')) return [200, facts];
    if (path.includes('/evidence')) return [200, { items: [row], next: null }];
    if (path.startsWith('/reports/')) return [200, shown];
    if (path.startsWith('/reports')) return [200, { items: [line], next: null }];
    if (path.startsWith('/quotas')) {
      const quota = { quota_id: '7', key: 'calls', name: 'Calls', rule, amount: 200 };
      return [200, { items: [{ ...quota, period_kind: 'month', unit: 'contacts' }], next: null }];
    }
    return [200, { items: [], next: null }];
  };

describe('the list of reports', () => {
  it('is by period, the newest first, by name within one', () => {
    const october = { ...line, rep_name: 'Ana' };
    const september = { ...line, period: { ...line.period, key: '2026-09' } };
    const groups = byPeriod([line, october, september]);
    expect(groups.map(({ period }) => period.key)).toEqual(['2026-10', '2026-09']);
    expect(groups[0]?.lines.map(({ rep_name }) => rep_name)).toEqual(['Ana', 'Elena Petrova']);
  });

  it('says the verdict in words, and that it is a proposal', async () => {
    fakeServer(serve());
    await renderPage(ReportsPage, '/reports');
    const october = within(await screen.findByRole('region', { name: 'October 2026' }));
    expect(october.getByText('missed, proposed')).toBeVisible();
    expect(october.getByText('192 of 200')).toBeVisible();
  });

  it('has what waits for the reader before all others, with its period', async () => {
    fakeServer(serve());
    await renderPage(ReportsPage, '/reports');
    const waiting = within(await screen.findByRole('region', { name: 'Waiting for you' }));
    expect(waiting.getAllByRole('link')).toHaveLength(1);
    expect(waiting.getByText('October 2026')).toBeVisible();
  });

  it('waits for a rep until it is seen, and for who manages until it is decided', () => {
    const seen = { ...line, seen_by_rep: '2026-11-06T08:00:00Z' };
    const confirmed = { ...line, confirmed: true };
    expect(waitingFor(line.rep_id, [line, seen, confirmed])).toEqual([line, confirmed]);
    expect(waitingFor('1', [line, seen, confirmed])).toEqual([line, seen]);
  });

  it('says what to expect before a period is closed', async () => {
    fakeServer(({ path }) =>
      path.startsWith('/reports') ? [200, { items: [], next: null }] : serve()({ path } as never),
    );
    await renderPage(ReportsPage, '/reports');
    expect(await screen.findByText('No period is closed yet.')).toBeVisible();
  });
});

const verdictLine: VerdictLine = {
  report_id: '70',
  quota_id: '7',
  key: 'calls',
  name: 'Calls',
  rep_id: '3',
  rep_name: 'Elena Petrova',
  period_kind: 'month',
  period: line.period,
  proposal: 'missed',
  verdict: 'missed',
  confirmed: false,
  decided_by: null,
  decided_at: null,
  closed_at: line.closed_at,
  may_decide: true,
};

describe('a verdict without its report', () => {
  it('is confirmed where it stands, and nothing opens', async () => {
    const asked = fakeServer(() => [200, verdictLine]);
    await renderIn(<VerdictRow line={verdictLine} />);
    const user = userEvent.setup();
    expect(screen.getByText('missed, proposed')).toBeVisible();
    expect(screen.queryByRole('link')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Decide about Elena Petrova' }));
    await user.click(screen.getByRole('button', { name: 'Confirm the verdict' }));
    const [sent] = asked.filter(({ method }) => method === 'POST');
    expect(sent?.path).toBe('/reports/70/decision');
    expect(sent?.body).toEqual({ verdict: 'missed' });
    expect(await screen.findByRole('button', { name: 'Decide about Elena Petrova' })).toBeVisible();
  });

  it('says who decided, and has no button for who may not', async () => {
    const decided = { ...verdictLine, confirmed: true, decided_by: 'Mia', may_decide: false };
    await renderIn(<VerdictRow line={{ ...decided, decided_at: '2026-11-06T08:00:00Z' }} />);
    expect(screen.getByText(/decided on/)).toHaveTextContent('Mia');
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('one report', () => {
  it('shows the figures, why so much was asked, days and rows', async () => {
    fakeServer(serve());
    await renderPage(ReportPage, '/reports/70');
    expect(await screen.findByText('192 of 200')).toBeVisible();
    expect(screen.getByText('190 in the period, +2 for earlier ones')).toBeVisible();
    expect(screen.getByText('220 for 22 days, less 2 days away')).toBeVisible();
    expect(await screen.findByText('Under 20 seconds')).toBeVisible();
    expect(screen.getByText('0 of 480 min')).toBeVisible();
  });

  it('says what it would be now beside what was frozen', async () => {
    fakeServer(serve());
    await renderPage(ReportPage, '/reports/70');
    const words = await screen.findByText(/It would now be 205, not 190: met\./);
    expect(words).toBeVisible();
  });

  it('confirms the verdict with an excuse, once', async () => {
    const asked = fakeServer(serve());
    await renderPage(ReportPage, '/reports/70');
    const user = userEvent.setup();
    const group = await screen.findByRole('group', { name: 'Verdict' });
    await user.click(within(group).getByRole('button', { name: 'Excused' }));
    await user.selectOptions(screen.getByLabelText('Excuse'), 'system_outage');
    await user.type(screen.getByLabelText('Note'), 'Two days without a line');
    await user.click(screen.getByRole('button', { name: 'Confirm the verdict' }));
    const [sent] = asked.filter(({ method }) => method === 'POST');
    expect(sent?.path).toBe('/reports/70/decision');
    expect(sent?.body).toEqual({
      verdict: 'excused',
      excuse: 'system_outage',
      note: 'Two days without a line',
    });
    expect(sent?.key).not.toBeNull();
  });

  it('has no buttons for who may neither decide nor acknowledge, and says what is left out', async () => {
    fakeServer(
      serve(
        { ...report, whole: false, may_decide: false, may_acknowledge: false },
        {
          ...late,
          changes: [],
        },
      ),
    );
    await renderPage(ReportPage, '/reports/70');
    expect(await screen.findByText(/those of the time in your team/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Confirm the verdict' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'I have seen this report' })).toBeNull();
    expect(screen.queryByText(/It would now be/)).toBeNull();
  });
});
