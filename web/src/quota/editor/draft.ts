// A quota while it is written, and the definition that it becomes. What the form does not show of a rule stays as it was.
import { fieldOf, minorOf } from '../../format/money';
import type {
  Direction,
  NewQuota,
  PeriodKind,
  Quota,
  QuotaSubject,
  Relation,
  Unit,
} from '../../api/types';

export type Subject = Pick<QuotaSubject, 'kind' | 'name' | 'email'> & { amount: string };
export type Excuse = keyof Quota['excuses'];

const SOLD: readonly Unit[] = ['won', 'booked', 'estimates', 'estimated'];

/** Sales or estimates, and no activities. */
export const isSold = (unit: Unit) => SOLD.includes(unit);
/** By worth: amounts are money. */
export const isMoney = (unit: Unit) => unit === 'booked' || unit === 'estimated';

export interface QuotaDraft {
  /** Empty for a new quota: made from the name. */
  key: string;
  name: string;
  period: PeriodKind;
  spanFrom: string;
  /** The last day, as people say it. */
  spanLast: string;
  amount: string;
  floor: string;
  stretch: string;
  unit: Unit;
  /** The reporting one: amounts of what is counted by worth are typed in it. */
  currency: string;
  /** Keys; of sales. */
  productLines: string[];
  kinds: string[];
  direction: Direction | '';
  outcomes: string[];
  relations: Relation[];
  seconds: string;
  signal: boolean;
  signalTopics: string;
  signalDays: string;
  subjects: Subject[];
  excuses: Quota['excuses'];
  from: string;
  reason: string;
  /** What the quota's rule asks besides. */
  rest: Partial<Quota['rule']>;
}

/** What each group of fields is given. */
export interface FieldsProps {
  draft: QuotaDraft;
  onChange: (part: Partial<QuotaDraft>) => void;
}

const day_ms = 86_400_000;

/** The day after or before: "2026-03-31" and 1 is "2026-04-01". */
export function dayBeside(day: string, by: 1 | -1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * day_ms).toISOString().slice(0, 10);
}

export const newDraft = (currency = 'EUR'): QuotaDraft => ({
  key: '',
  name: '',
  period: 'week',
  spanFrom: '',
  spanLast: '',
  amount: '',
  floor: '',
  stretch: '',
  unit: 'activities',
  currency,
  productLines: [],
  kinds: ['call'],
  direction: '',
  outcomes: [],
  relations: [],
  seconds: '',
  signal: false,
  signalTopics: '',
  signalDays: '90',
  subjects: [],
  excuses: { holidays: true, part_time: true, leave: true, ramp: true },
  from: '',
  reason: '',
  rest: {},
});

const shown = (amount: number | null | undefined, currency: string | null) => {
  if (amount == null) return '';
  return currency === null ? String(amount) : fieldOf({ amount_minor: amount, currency });
};

export function draftOf(quota: Quota, reporting = 'EUR'): QuotaDraft {
  const { rule } = quota;
  const { currency } = rule;
  const { temperatures, sources, product_lines, segments, topics, repeat_window_s } = rule;
  return {
    key: quota.key,
    name: quota.name,
    period: quota.period_kind,
    spanFrom: quota.span?.from ?? '',
    spanLast: quota.span ? dayBeside(quota.span.to, -1) : '',
    amount: shown(quota.amount, currency),
    floor: shown(quota.floor, currency),
    stretch: shown(quota.stretch, currency),
    unit: rule.unit,
    currency: currency ?? reporting,
    productLines: [...product_lines],
    kinds: [...rule.kinds],
    direction: rule.directions.length === 1 ? (rule.directions[0] ?? '') : '',
    outcomes: [...rule.outcomes],
    relations: [...rule.relations],
    seconds: rule.min_duration_s > 0 ? String(rule.min_duration_s) : '',
    signal: rule.after_signal !== null,
    signalTopics: rule.after_signal?.topics.join(', ') ?? '',
    signalDays: String(rule.after_signal?.within_days ?? 90),
    subjects: quota.subjects.map(({ kind, name, email, amount }) => ({
      kind,
      name,
      email,
      amount: shown(amount, currency),
    })),
    excuses: { ...quota.excuses },
    from: '',
    reason: '',
    rest: {
      temperatures,
      sources,
      product_lines,
      segments,
      topics,
      repeat_window_s,
      after_signal: rule.after_signal,
    },
  };
}

/** "Calls a week" is "calls-a-week"; a name without a Latin letter gets a key of its own. */
export function keyOf(name: string): string {
  const latin = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 50);
  if (latin !== '') return latin;
  let hash = 7;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 2_147_483_647;
  return `quota-${hash.toString(36)}`;
}

const whole = (text: string) => (/^\d{1,13}$/.test(text.trim()) ? Number(text) : null);

/** What was typed: things, or money in minor units. */
const muchOf = (text: string, { unit, currency }: QuotaDraft) =>
  isMoney(unit) ? minorOf(text.trim(), currency) : whole(text);

const listed = (text: string) =>
  text
    .split(/[,،]/)
    .map((part) => part.trim())
    .filter(Boolean);

function afterSignal(draft: QuotaDraft): NewQuota['rule']['after_signal'] {
  if (!draft.signal) return null;
  return {
    kinds: draft.rest.after_signal?.kinds ?? [],
    topics: listed(draft.signalTopics),
    within_days: whole(draft.signalDays) ?? 90,
  };
}

type NewSubject = NonNullable<NewQuota['subjects']>[number];

function subjectOf({ kind, name, email, amount }: Subject, draft: QuotaDraft): NewSubject {
  const own = muchOf(amount, draft);
  const who: NewSubject =
    kind === 'rep'
      ? { rep: email ?? name }
      : kind === 'team_together'
        ? { team: name, together: true }
        : { [kind]: name };
  return own === null ? who : { ...who, amount: own };
}

/** What is still missing, in the order of the form; none: the definition can be asked for. */
export function missingOf(draft: QuotaDraft): ('name' | 'amount' | 'span' | 'subjects')[] {
  const missing: ('name' | 'amount' | 'span' | 'subjects')[] = [];
  if (draft.name.trim() === '') missing.push('name');
  if (muchOf(draft.amount, draft) === null) missing.push('amount');
  if (draft.period === 'span' && (draft.spanFrom === '' || draft.spanLast === '')) {
    missing.push('span');
  }
  if (draft.subjects.length === 0) missing.push('subjects');
  return missing;
}

/** Of sales a rule asks for product lines only. */
function soldRule({ unit, currency, productLines }: QuotaDraft): NewQuota['rule'] {
  return { unit, product_lines: productLines, ...(isMoney(unit) && { currency }) };
}

function activityRule(draft: QuotaDraft): NewQuota['rule'] {
  const { after_signal: _, ...rest } = draft.rest;
  return {
    ...rest,
    unit: draft.unit,
    kinds: draft.kinds,
    directions: draft.direction === '' ? [] : [draft.direction],
    outcomes: draft.outcomes,
    relations: draft.relations,
    min_duration_s: whole(draft.seconds) ?? 0,
    after_signal: afterSignal(draft),
  };
}

/** Null as long as something is missing. */
export function bodyOf(draft: QuotaDraft): NewQuota | null {
  const amount = muchOf(draft.amount, draft);
  if (missingOf(draft).length > 0 || amount === null) return null;
  const [floor, stretch] = [muchOf(draft.floor, draft), muchOf(draft.stretch, draft)];
  return {
    key: draft.key || keyOf(draft.name),
    name: draft.name.trim(),
    period: draft.period,
    ...(draft.period === 'span' && {
      span: { from: draft.spanFrom, to: dayBeside(draft.spanLast, 1) },
    }),
    amount,
    ...(floor !== null && { floor }),
    ...(stretch !== null && { stretch }),
    excuses: draft.excuses,
    rule: isSold(draft.unit) ? soldRule(draft) : activityRule(draft),
    subjects: draft.subjects.map((subject) => subjectOf(subject, draft)),
    ...(draft.from && { from: draft.from }),
    ...(draft.reason.trim() && { reason: draft.reason.trim() }),
  };
}

export const sameSubject = (a: Subject, b: Subject) =>
  a.kind === b.kind && (a.email ?? a.name) === (b.email ?? b.name);

/** In it, or taken out of it. */
export const toggled = <Item>(list: readonly Item[], item: Item): Item[] =>
  list.includes(item) ? list.filter((each) => each !== item) : [...list, item];
