import type { Appointment, FreeTime, NewNextStep } from '../api/appointmentTypes';
import type { Ground, OpportunityDetail, Question } from '../api/pipelineTypes';
import type { Day, Instant } from '../api/types';

const minute_ms = 60_000;
const msOf = (when: Instant | Date) => new Date(when).getTime();

export interface DayOfTimes {
  day: Day;
  times: readonly FreeTime[];
}

/** The earliest day first, and on it the earliest time. */
export function timesByDay(
  times: readonly FreeTime[],
  dayOf: (at: Instant) => Day,
): readonly DayOfTimes[] {
  const days = new Map<Day, FreeTime[]>();
  for (const time of times) {
    const day = dayOf(time.starts_at);
    days.set(day, [...(days.get(day) ?? []), time]);
  }
  return [...days].map(([day, of]) => ({ day, times: of }));
}

export const endOf = (starts_at: Instant, minutes: number): Instant =>
  new Date(msOf(starts_at) + minutes * minute_ms).toISOString();

type Timed = Pick<Appointment, 'appointment_id' | 'state' | 'starts_at' | 'ends_at'>;

/** What the rep has at that time already; cancelled ones take no time. */
export function takenBy<Each extends Timed>(
  appointments: readonly Each[],
  starts_at: Instant,
  minutes: number,
  except?: string,
): Each | undefined {
  const [from, to] = [msOf(starts_at), msOf(endOf(starts_at, minutes))];
  return appointments.find(
    (each) =>
      each.appointment_id !== except &&
      (each.state === 'set' || each.state === 'held') &&
      msOf(each.starts_at) < to &&
      from < msOf(each.ends_at),
  );
}

export const hasBegun = ({ starts_at }: Pick<Appointment, 'starts_at'>, now: Date): boolean =>
  msOf(starts_at) <= now.getTime();

type Ordered = Pick<Appointment, 'state' | 'starts_at' | 'needs_outcome'>;

function rankOf({ state, needs_outcome }: Ordered): number {
  if (needs_outcome) return 0;
  return state === 'set' ? 1 : 2;
}

/** Those that wait for an outcome first, then those that come, the next one first; then what is over, the last first. */
export const inOrder = <Each extends Ordered>(appointments: readonly Each[]): Each[] =>
  appointments.toSorted((a, b) => {
    const ranks = rankOf(a) - rankOf(b);
    if (ranks !== 0) return ranks;
    const times = msOf(a.starts_at) - msOf(b.starts_at);
    return rankOf(a) === 2 ? -times : times;
  });

export interface TypedStep {
  what: string;
  /** As a clock on the wall shows it. */
  due: string;
}

export const noStep: TypedStep = { what: '', due: '' };

/** Null when one half of it is missing; nothing at all is no step, and fine. */
export function nextStepOf(
  { what, due }: TypedStep,
  instant: (wall: string) => Instant,
): { next_step?: NewNextStep } | null {
  if (what.trim() === '' && due === '') return {};
  if (what.trim() === '' || due === '') return null;
  return { next_step: { what: what.trim(), due_at: instant(due) } };
}

/** The questions of its qualification that nobody has put yet. */
export const neverAsked = ({ qualification }: Pick<OpportunityDetail, 'qualification'>) =>
  qualification.filter(({ asked }) => !asked).map(({ question }) => question);

export type Answers = Partial<Record<Question, Ground>>;

/** What was answered of those; the others are still open. */
export function answersTo(asked: readonly Question[], answers: Answers) {
  const given = asked.flatMap((question) => {
    const ground = answers[question];
    return ground === undefined ? [] : [{ question, ground }];
  });
  return { given, open: asked.filter((question) => answers[question] === undefined) };
}

/** A room that is an address of the web can be followed. */
export const isWebAddress = (place: string): boolean => /^https:\/\/\S+$/.test(place);
