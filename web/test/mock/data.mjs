// One made-up morning that agrees with the pictures of the design: Friday 27 November 2026, 09:40 in Sofia.
import { calls, detail, evidence, pace, team } from '../fixtures.ts';

export const now = Date.parse('2026-11-27T07:40:00Z');
const ago = (minutes) => new Date(now - minutes * 60_000).toISOString();

const users = {
  rep: { user_id: '3', name: 'Elena Petrova', email: 'elena@example.com', role: 'rep' },
  manager: { user_id: '2', name: 'Maya Cole', email: 'maya@example.com', role: 'manager' },
  admin: { user_id: '1', name: 'Olga Reed', email: 'olga@example.com', role: 'admin' },
};

export const session = (role) => ({
  user: {
    ...users[role],
    zone: 'Europe/Sofia',
    team: { team_id: '5', name: 'Team North' },
    phones: [],
  },
  organisation: {
    org_id: '1',
    name: 'Brightline',
    zone: 'Europe/Sofia',
    currency: 'EUR',
    week_start: 'monday',
    demonstration: true,
    monitoring: 'full',
    leaderboard: false,
  },
  csrf_token: 'mock',
  schema: 1,
  newest_change: '0',
});

const meeting = ['held', 'no_show', 'agreed', 'refused', 'call_back'];
const outcomes = {
  call: [
    'no_answer',
    'busy',
    'wrong_number',
    'answered',
    'listened',
    'agreed',
    'refused',
    'call_back',
  ],
  email: ['sent', 'replied', 'bounced'],
  meeting,
  visit: meeting,
  demo: meeting,
  social: ['sent', 'reacted'],
  estimate: ['handed_in'],
  event: ['attended'],
};

export const kinds = Object.entries(outcomes).map(([kind, words]) => ({
  kind,
  label: null,
  client_facing: kind !== 'event',
  has_direction: kind === 'call' || kind === 'email',
  has_duration: kind !== 'email' && kind !== 'social' && kind !== 'estimate',
  outcomes: words.map((outcome) => ({ outcome, label: null })),
}));

export const topics = ['group health', 'life cover', 'retirement planning'].map((topic) => ({
  topic,
}));

const contact = (contact_id, name, account_name, temperature, more = {}) => ({
  contact_id,
  name,
  account_name,
  phone: `+359 2 555 0${contact_id}`,
  email: null,
  relation: 'lead',
  temperature,
  source: null,
  owner: { rep_id: '3', name: 'Elena Petrova' },
  last_activity_at: null,
  waiting_since: null,
  ...more,
});

export const contacts = [
  contact('101', 'Petar Iliev', 'Brightwater Dental', 'hot', { waiting_since: ago(42) }),
  contact('102', 'Jon Hale', 'Alder Logistics', 'warm', { waiting_since: ago(70) }),
  contact('103', 'Ana Duarte', 'Kestrel Foods', 'warm', {
    waiting_since: ago(190),
    phone: null,
    email: 'ana@example.com',
  }),
  contact('104', 'Lucia Brandt', 'Harbor Print', 'warm', { last_activity_at: ago(9) }),
  contact('105', 'Mirko Lang', 'Volta Energy', 'cold', { last_activity_at: ago(22) }),
  contact('106', 'Rosa Blum', null, 'warm', { last_activity_at: ago(34) }),
  contact('107', 'Felix Brandl', 'Orion Clinics', 'cold', {
    last_activity_at: '2026-11-12T10:00:00Z',
  }),
];

const signal = (signal_id, who, kind, topic, minutes) => {
  const { contact_id, name, account_name, temperature } = contacts.find(({ name }) => name === who);
  return {
    signal_id,
    contact_id,
    contact_name: name,
    account_name,
    kind,
    topic,
    occurred_at: ago(minutes),
    temperature,
  };
};

export const signals = [
  signal('201', 'Petar Iliev', 'form', null, 42),
  signal('202', 'Jon Hale', 'open', null, 70),
  signal('203', 'Ana Duarte', 'comment', 'retirement planning', 190),
  signal('204', 'Felix Brandl', 'visit', null, 1080),
];

export const activityOf = (body, id) => {
  const who = contacts.find(({ contact_id }) => contact_id === body.contact_id);
  const occurred_at = body.occurred_at ?? new Date(now).toISOString();
  return {
    activity_id: id,
    rep: 'elena@example.com',
    rep_id: '3',
    rep_name: 'Elena Petrova',
    contact_id: who?.contact_id ?? null,
    contact_name: who?.name ?? null,
    account_name: who?.account_name ?? null,
    kind: body.kind,
    direction: body.direction ?? null,
    outcome: body.outcome ?? null,
    duration_s: body.duration_s ?? null,
    topic: body.topic ?? null,
    product_line: null,
    source: null,
    temperature: who?.temperature ?? null,
    relation: who?.relation ?? null,
    occurred_at,
    known_at: occurred_at,
    day: '2026-11-27',
    state: 'active',
  };
};

const call = { kind: 'call', direction: 'outbound' };
export const activities = [
  activityOf(
    { ...call, contact_id: '104', outcome: 'agreed', duration_s: 271, occurred_at: ago(9) },
    '303',
  ),
  activityOf(
    { ...call, contact_id: '105', outcome: 'no_answer', duration_s: 12, occurred_at: ago(22) },
    '302',
  ),
  activityOf(
    { kind: 'email', contact_id: '106', topic: 'life cover', occurred_at: ago(34) },
    '301',
  ),
];

const as_of = new Date(now).toISOString();
const month = { key: '2026-11', from: '2026-11-01', to: '2026-12-01' };
const week = { key: '2026-W48', from: '2026-11-23', to: '2026-11-30' };
const anything = { ...calls.rule, min_duration_s: 0, directions: [] };

const estimates = {
  ...calls,
  quota_id: '9',
  key: 'estimates',
  name: 'Estimates handed in',
  rule: { ...anything, kinds: ['estimate'] },
  period_kind: 'month',
  period: month,
  first_day: month.from,
  amount: 12,
  amount_full: 12,
  counted: 10,
  attainment: 0.833,
  expected_by_now: 10.9,
  pace_ratio: 0.92,
  needed_per_day: 1,
  so_far_per_day: 0.53,
  working_days: { total: 21, elapsed: 19, left: 2 },
  band: { low: 7, high: 12 },
  projection: { mean: 11, p10: 10, p50: 11, p90: 12 },
  p_reach: 0.3,
  state: 'behind',
};

const meetings = {
  ...estimates,
  quota_id: '10',
  key: 'meetings',
  name: 'Meetings held',
  rule: { ...anything, kinds: ['meeting'], outcomes: ['held'] },
  period_kind: 'week',
  period: week,
  first_day: week.from,
  amount: 5,
  amount_full: 5,
  counted: 4,
  attainment: 0.8,
  expected_by_now: 4,
  pace_ratio: 1,
  needed_per_day: 1,
  so_far_per_day: 1,
  working_days: { total: 5, elapsed: 4, left: 1 },
  band: { low: 2, high: 5 },
  p_reach: 0.63,
  state: 'on_pace',
};

const outbound = {
  ...calls,
  quota_id: '8',
  key: 'outbound-calls',
  name: 'Outbound calls',
  rule: { ...calls.rule, min_duration_s: 20 },
  period_kind: 'week',
  period: week,
  first_day: week.from,
  amount: 250,
  amount_full: 250,
  counted: 214,
  attainment: 0.856,
  expected_by_now: 200,
  pace_ratio: 1.07,
  needed_per_day: 36,
  so_far_per_day: 53.5,
  working_days: { total: 5, elapsed: 4, left: 1 },
  band: { low: 182, high: 218 },
  p_reach: 0.93,
  state: 'ahead',
};

const demos = {
  ...estimates,
  quota_id: '11',
  key: 'demos',
  name: 'Demos',
  rule: { ...anything, kinds: ['demo'] },
  amount: 20,
  floor: 15,
  stretch: 26,
  amount_full: 35,
  proration: [
    { why: 'holiday', minutes: 480 },
    { why: 'part_time', minutes: 960 },
    { why: 'leave', minutes: 960 },
    { why: 'ramp', minutes: 1920 },
  ],
  minutes_full: 10_080,
  counted: 17,
  attainment: 0.85,
  expected_by_now: 17.8,
  pace_ratio: 0.96,
  needed_per_day: 1.5,
  so_far_per_day: 1.2,
  working_days: { total: 16, elapsed: 14, left: 2 },
  band: { low: 12, high: 23 },
  projection: { mean: 19.4, p10: 17, p50: 19, p90: 22 },
  p_reach: 0.45,
  grade: 'floor',
  state: 'on_pace',
};

const contactsOnTopic = {
  ...pace,
  name: 'Contacts on retirement planning',
  floor: 120,
  stretch: 160,
};

const social = {
  ...demos,
  quota_id: '12',
  key: 'social',
  name: 'Social touches',
  rule: { ...anything, kinds: ['social'] },
  counted: 27,
  attainment: 1.35,
  pace_ratio: 1.52,
  projection: { mean: 29.4, p10: 27, p50: 29, p90: 32 },
  p_reach: 1,
  grade: 'stretch',
  state: 'made',
};

const minutes_today = process.env.MOCK_DAY_OFF === '1' ? 0 : pace.minutes_today;

export const quotas = [contactsOnTopic, estimates, demos, meetings, outbound, social].map(
  (quota) => ({ ...quota, minutes_today, as_of }),
);

/** One rep has reached the stretch. */
const stretched = {
  ...calls,
  counted: 306,
  floor: 200,
  stretch: 300,
  grade: 'stretch',
  state: 'made',
};

export const teamPace = team.map((rep, index) =>
  index > 0
    ? {
        ...rep,
        today: {
          ...rep.today,
          ...(index === 1 ? { ramp_percent: 50 } : { away_until: '2026-12-05' }),
        },
      }
    : { ...rep, quotas: [stretched, ...rep.quotas.slice(1)] },
);

const NOT_WORKED = {
  '2026-11-05': 'leave',
  '2026-11-06': 'leave',
  '2026-11-11': 'holiday',
  '2026-11-30': 'leave',
};

function daysOf({ period, amount, counted, proration }) {
  const away = proration.length > 0 ? NOT_WORKED : {};
  const days = [];
  for (let at = Date.parse(period.from); at < Date.parse(period.to); at += 86_400_000) {
    const date = new Date(at);
    const day = date.toISOString().slice(0, 10);
    const kind = [0, 6].includes(date.getUTCDay()) ? 'off' : (away[day] ?? 'work');
    days.push({ day, kind, work: kind === 'work' });
  }
  const total = days.filter(({ work }) => work).length;
  const past = days.filter(({ day, work }) => work && day < '2026-11-27').length;
  let worked = 0;
  return days.map(({ day, kind, work }) => {
    if (work) worked += 1;
    const coming = day >= '2026-11-27';
    const plan = (amount * worked) / total;
    const likely = counted + ((worked - past) * counted) / Math.max(past, 1);
    return {
      day,
      kind,
      name: null,
      minutes: work ? 480 : 0,
      usual_minutes: kind === 'off' ? 0 : 480,
      ramp_percent: proration.length > 0 && day < '2026-11-16' ? 50 : 100,
      counted: coming ? null : work ? Math.round(counted / past) : 0,
      total: coming ? null : Math.round((counted * worked) / past),
      plan,
      band_low: plan * 0.9,
      band_high: plan * 1.1,
      likely: coming ? likely : null,
      likely_low: coming ? likely * 0.95 : null,
      likely_high: coming ? likely * 1.05 : null,
    };
  });
}

export function detailOf(quota) {
  if (quota.quota_id === pace.quota_id) return { ...detail, ...quota };
  const { needed_per_day: needed, so_far_per_day: so_far } = quota;
  return {
    ...quota,
    days: daysOf(quota),
    per_day: { needed, so_far, last_10: so_far, best_10: so_far * 1.2, at_start: so_far * 1.1 },
    previous: 'before',
    next: 'after',
  };
}

const verdicts = {
  8: { 303: 'counted', 302: 'too_short' },
  7: { 303: 'no_signal' },
};

export function evidenceOf(quota, counts) {
  const own = activities
    .filter(({ activity_id }) => verdicts[quota.quota_id]?.[activity_id])
    .map((activity) => {
      const reason = verdicts[quota.quota_id][activity.activity_id];
      return { ...activity, reason, counts: reason === 'counted', detail: null };
    });
  const items = quota.quota_id === pace.quota_id ? [...own, ...evidence.items] : own;
  const wanted = items.filter((item) => counts === 'all' || item.counts === (counts === 'yes'));
  return { ...evidence, items: wanted, rule: quota.rule, period: quota.period, next: null };
}
