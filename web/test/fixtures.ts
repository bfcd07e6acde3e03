// One made-up quarter that agrees with the pictures of the design: 88 of 150 contacts after 40 of 63 working days.
import type {
  EvidenceItem,
  Evidence,
  Pace,
  PaceDay,
  PaceDetail,
  Rule,
  TeamPace,
  TeamTotal,
} from '../src/api/types';

export const rule: Rule = {
  rule_id: '11',
  unit: 'contacts',
  kinds: ['call'],
  directions: ['outbound'],
  outcomes: [],
  temperatures: [],
  relations: [],
  sources: [],
  product_lines: [],
  segments: [],
  topics: [],
  min_duration_s: 20,
  repeat_window_s: 300,
  after_signal: { kinds: ['comment'], topics: ['retirement planning'], within_days: 90 },
  currency: null,
};

export const pace: Pace = {
  quota_id: '7',
  key: 'retirement-contacts',
  name: 'Retirement contacts',
  rule,
  unit: 'contacts',
  rep_id: '3',
  rep_name: 'Elena Petrova',
  period_kind: 'quarter',
  period: { key: '2026-Q4', from: '2026-10-01', to: '2027-01-01' },
  first_day: '2026-10-01',
  amount: 150,
  floor: null,
  stretch: null,
  amount_full: 152,
  proration: [{ why: 'holiday', minutes: 480 }],
  minutes_full: 30_720,
  full_day_minutes: 480,
  minutes_today: 480,
  days_from_today: 23,
  counted: 88,
  counted_days: [3, 2, 0, 4],
  attainment: 0.587,
  expected_by_now: 95.2,
  pace_ratio: 0.92,
  needed_per_day: 2.7,
  so_far_per_day: 2.2,
  working_days: { total: 63, elapsed: 40, left: 23 },
  band: { low: 83, high: 108 },
  projection: { mean: 139.2, p10: 128, p50: 139, p90: 151 },
  p_reach: 0.12,
  why_p_reach: null,
  grade: null,
  state: 'behind',
  as_of: '2026-11-27T07:31:00Z',
};

const DAY_MS = 86_400_000;

const FREE: Record<string, PaceDay['kind']> = {
  '2026-10-09': 'holiday',
  '2026-12-24': 'holiday',
  '2026-12-25': 'holiday',
};

const NAMES: Record<string, string> = { '2026-12-25': 'Christmas Day' };

const COUNTS = [
  3, 2, 1, 4, 2, 3, 0, 2, 4, 3, 1, 2, 5, 2, 3, 1, 0, 2, 3, 4, 2, 1, 3, 3, 2, 0, 1, 2, 4, 2, 3, 2, 1,
  2, 2, 1, 2, 3, 2, 3,
];

function dayAt(
  index: number,
): Pick<PaceDay, 'day' | 'kind' | 'minutes' | 'usual_minutes' | 'ramp_percent' | 'name'> {
  const day = new Date(Date.parse(pace.period.from) + index * DAY_MS).toISOString().slice(0, 10);
  const weekend = [0, 6].includes(new Date(day).getUTCDay());
  const kind = weekend ? 'off' : (FREE[day] ?? 'work');
  return {
    day,
    kind,
    minutes: kind === 'work' ? 480 : 0,
    usual_minutes: weekend ? 0 : 480,
    ramp_percent: 100,
    name: NAMES[day] ?? null,
  };
}

/** Every day of the quarter: counts up to the 26th of November, the likely course after it. */
function daysOfQuarter(): PaceDay[] {
  let worked = 0;
  let total = 0;
  return Array.from({ length: 92 }, (_, index) => {
    const day = dayAt(index);
    const coming = day.day >= '2026-11-27';
    const counted = coming ? null : day.kind === 'work' ? (COUNTS[worked] ?? 0) : 0;
    total += counted ?? 0;
    if (day.kind === 'work') worked += 1;
    const plan = (150 * worked) / 63;
    const spread = 1.28 * Math.sqrt(plan);
    const ahead = coming ? worked - 40 : null;
    const likely = ahead === null ? null : 88 + (51 / 23) * ahead;
    const wide = ahead === null ? 0 : 2.4 * Math.sqrt(ahead);
    return {
      ...day,
      counted,
      total: coming ? null : total,
      plan,
      band_low: Math.max(0, Math.round(plan - spread)),
      band_high: Math.round(plan + spread),
      likely,
      likely_low: likely === null ? null : likely - wide,
      likely_high: likely === null ? null : likely + wide,
    };
  });
}

export const detail: PaceDetail = {
  ...pace,
  days: daysOfQuarter(),
  per_day: { needed: 2.7, so_far: 2.2, last_10: 2.1, best_10: 2.6, at_start: 2.4 },
  previous: '2026-Q3',
  next: '2027-Q1',
};

export function evidenceRow(row: Partial<EvidenceItem>): EvidenceItem {
  return {
    activity_id: '100',
    occurred_at: '2026-11-26T15:12:00Z',
    day: '2026-11-26',
    counts: true,
    reason: 'first_in_period',
    detail: null,
    kind: 'call',
    direction: 'outbound',
    duration_s: 271,
    outcome: 'listened',
    topic: 'retirement planning',
    contact_id: '41',
    contact_name: 'Ana Costa',
    account_name: null,
    sources: [{ source: 'log', occurred_at: '2026-11-26T15:12:00Z', duration_s: 271 }],
    sale_id: null,
    estimate_id: null,
    opportunity_id: null,
    worth_minor: null,
    ...row,
  };
}

const not = (row: Partial<EvidenceItem>) => evidenceRow({ counts: false, ...row });

export const evidence: Evidence = {
  items: [
    evidenceRow({}),
    not({ activity_id: '99', contact_name: 'Mirko Lang', duration_s: 12, reason: 'too_short' }),
    not({
      activity_id: '98',
      contact_name: 'Peter Novak',
      reason: 'already_counted',
      detail: '2026-11-12T09:00:00Z',
    }),
    not({
      activity_id: '97',
      contact_name: 'Rosa Blum',
      reason: 'other_topic',
      detail: 'group health',
    }),
    not({
      activity_id: '96',
      contact_name: 'Elif Kaya',
      direction: 'inbound',
      reason: 'wrong_direction',
    }),
  ],
  next: null,
  counted: 88,
  not_counted: 41,
  reasons: [
    { reason: 'first_in_period', n: 88 },
    { reason: 'already_counted', n: 23 },
    { reason: 'too_short', n: 9 },
    { reason: 'other_topic', n: 6 },
    { reason: 'wrong_direction', n: 2 },
    { reason: 'voided', n: 1 },
  ],
  rule,
  period: pace.period,
};

export const calls: Pace = {
  ...pace,
  quota_id: '8',
  key: 'calls',
  name: 'Outbound calls',
  unit: 'activities',
  rule: { ...rule, unit: 'activities', min_duration_s: 0, after_signal: null },
  period_kind: 'week',
  period: { key: '2026-W48', from: '2026-11-23', to: '2026-11-30' },
  first_day: '2026-11-23',
  amount: 250,
  amount_full: 250,
  proration: [],
  minutes_full: 2400,
  counted: 214,
  expected_by_now: 200,
  pace_ratio: 1.07,
  needed_per_day: 36,
  so_far_per_day: 53,
  working_days: { total: 5, elapsed: 4, left: 1 },
  band: { low: 182, high: 218 },
  projection: { mean: 267, p10: 255, p50: 267, p90: 280 },
  p_reach: 0.93,
  state: 'ahead',
};

export const nothingToSay: TeamPace['today'] = {
  away_until: null,
  ramp_percent: null,
  hours_percent: null,
};

export const team: TeamPace[] = [
  {
    rep_id: '5',
    rep_name: 'Ivan Smirnov',
    today: nothingToSay,
    quotas: [calls, { ...pace, p_reach: 0.995, state: 'ahead', counted: 121 }],
  },
  { rep_id: '3', rep_name: 'Elena Petrova', today: nothingToSay, quotas: [calls, pace] },
  {
    rep_id: '4',
    rep_name: 'Bence Kovács',
    today: nothingToSay,
    quotas: [
      { ...calls, p_reach: 0.004, state: 'behind', counted: 171 },
      { ...pace, p_reach: 0.003, state: 'behind', counted: 74 },
    ],
  },
];

/** The team's total of a quota of which 750 are asked. */
export const totalOf = (of: Pace, counted: number): TeamTotal => ({
  quota_id: of.quota_id,
  key: of.key,
  name: of.name,
  rule: of.rule,
  unit: of.unit,
  period_kind: of.period_kind,
  period: of.period,
  reps: 3,
  amount: 750,
  counted,
  days: [],
  why_absent: null,
});
