import type { FoundContact, Id, Pace, Signal } from '../api/types';
import { byWarmth } from '../signal/warmest';

export interface AnswerAction {
  do: 'answer';
  id: string;
  contact: FoundContact & { waiting_since: string };
  /** What is waited on, when it is among the signals that are known. */
  signal: Signal | null;
}

export interface QuotaAction {
  do: 'quota';
  id: string;
  pace: Pace;
  /** What is still to be done today to keep the pace that is needed. */
  n: number;
}

export type Action = AnswerAction | QuotaAction;

export interface TodayFacts {
  /** Who looks. */
  me: Id;
  contacts: readonly FoundContact[];
  signals: readonly Signal[];
  pace: readonly Pace[];
  /** Counted today, by quota. */
  countedToday: ReadonlyMap<Id, number>;
}

export interface ActionList {
  actions: Action[];
  /** Everybody who waits, also those for whom the list has no place. */
  waiting: number;
  hot: number;
  /** All who are warmest of them (hot ones, if there are any) wait for somebody else. */
  elsewhere: boolean;
  /** False: nothing is due, and these would only help most. */
  due: boolean;
}

const actions_max = 7;
const helpful_max = 2;
/** At least so many places are left to quotas that are behind. */
const quotas_min = 2;

type Waiting = AnswerAction['contact'];

function isWaiting(contact: FoundContact): contact is Waiting {
  return contact.waiting_since !== null;
}

function answers({ contacts, signals }: TodayFacts): AnswerAction[] {
  const at = ({ temperature, waiting_since }: Waiting) => ({ temperature, at: waiting_since });
  return contacts
    .filter(isWaiting)
    .sort((a, b) => byWarmth(at(a), at(b)))
    .map((contact) => ({
      do: 'answer',
      id: `answer ${contact.contact_id}`,
      contact,
      signal:
        signals
          .filter(({ contact_id }) => contact_id === contact.contact_id)
          .sort((a, b) => b.occurred_at.localeCompare(a.occurred_at))[0] ?? null,
    }));
}

/** Is it a contact of somebody else? */
export const isElsewhere = ({ owner }: FoundContact, me: Id): boolean =>
  owner !== null && owner.rep_id !== me;

/** A day on which no quota asks: off, away, a holiday. */
export const isDayOff = (quotas: readonly Pace[]): boolean =>
  quotas.length > 0 && quotas.every(({ minutes_today }) => minutes_today === 0);

/** From the start of this day: what is left by the days that are left, for this day; less what was done today. */
export function stillToday(pace: Pace, countedToday: number): number {
  const { amount, counted, working_days, minutes_today, full_day_minutes, days_from_today } = pace;
  const left = amount - counted;
  if (minutes_today === 0 || working_days.left <= 0 || left <= 0) return 0;
  // Half a day is asked for half of a day's share.
  const part = minutes_today / full_day_minutes / days_from_today;
  const share = Math.ceil((left + countedToday) * part - 1e-9);
  return Math.min(Math.max(share - countedToday, 0), left);
}

function byChance(a: Pace, b: Pace): number {
  return (a.p_reach ?? 1) - (b.p_reach ?? 1);
}

/** What is asked in money has no number for today: its next steps are actions of their own. */
function quotas(facts: TodayFacts, states: readonly Pace['state'][]): QuotaAction[] {
  return facts.pace
    .filter(({ state, rule }) => states.includes(state) && rule.currency === null)
    .sort(byChance)
    .map((pace): QuotaAction => {
      const n = stillToday(pace, facts.countedToday.get(pace.quota_id) ?? 0);
      return { do: 'quota', id: `quota ${pace.quota_id}`, pace, n };
    })
    .filter(({ n }) => n > 0);
}

/** Who waits, warmest first; then quotas that are behind, the least likely first. */
export function actionsOf(facts: TodayFacts): ActionList {
  const behind = quotas(facts, ['behind']);
  const room = actions_max - Math.min(behind.length, quotas_min);
  const waiting = answers(facts);
  const hot = waiting.filter(({ contact }) => contact.temperature === 'hot');
  const told = hot.length > 0 ? hot : waiting;
  const elsewhere = told.length > 0 && told.every(({ contact }) => isElsewhere(contact, facts.me));
  const counts = { waiting: waiting.length, hot: hot.length, elsewhere };
  const actions = [...waiting.slice(0, room), ...behind].slice(0, actions_max);
  if (actions.length > 0) return { ...counts, actions, due: true };
  const helpful = quotas(facts, ['on_pace', 'ahead']).slice(0, helpful_max);
  return { ...counts, actions: helpful, due: false };
}
