// The days of a period that are not like the others, joined where they follow each other: holidays, short and moved
// days, leave, a ramp. Free weekends between them do not part them.
import type { PaceDay } from '../api/types';

export type WhyApart = 'holiday' | 'short' | 'moved' | 'leave' | 'hours' | 'ramp';

export interface DaysApart {
  why: WhyApart;
  from: string;
  /** The last day of the run. */
  to: string;
  name: string | null;
  minutes: number;
  usual_minutes: number;
  ramp_percent: number;
}

type Day = Pick<PaceDay, 'day' | 'kind' | 'name' | 'minutes' | 'usual_minutes' | 'ramp_percent'>;

function whyApart({ kind, name, minutes, usual_minutes }: Day): WhyApart | null {
  if (kind === 'leave') return 'leave';
  if (kind === 'holiday') return usual_minutes > 0 ? 'holiday' : null;
  if (kind !== 'work') return null;
  if (usual_minutes === 0) return name === null ? null : 'moved';
  if (minutes >= usual_minutes) return null;
  return name === null ? 'hours' : 'short';
}

const isFree = ({ kind }: Day) => kind === 'off' || kind === 'not_asked';

/** Of one kind, with the same name; only leave, hours and ramps go on over days. */
function joins(run: DaysApart | undefined, next: DaysApart): run is DaysApart {
  if (run === undefined || run.why !== next.why) return false;
  if (next.why === 'ramp') return run.ramp_percent === next.ramp_percent;
  return next.why === 'leave' || next.why === 'hours' || run.name === next.name;
}

/** `bridged`: days that neither belong to a run nor end it. */
function runsOf(
  days: readonly Day[],
  why: (day: Day) => WhyApart | null,
  bridged: (day: Day) => boolean,
): DaysApart[] {
  const runs: DaysApart[] = [];
  let open = false;
  for (const day of days) {
    const found = why(day);
    if (found === null) {
      if (!bridged(day)) open = false;
      continue;
    }
    const { name, minutes, usual_minutes, ramp_percent } = day;
    const next: DaysApart = {
      why: found,
      from: day.day,
      to: day.day,
      name,
      minutes,
      usual_minutes,
      ramp_percent,
    };
    const last = runs.at(-1);
    if (open && joins(last, next)) last.to = day.day;
    else runs.push(next);
    open = true;
  }
  return runs;
}

/** By their first day; what a ramp asks stands beside what a day is. */
export function daysApart(days: readonly Day[]): DaysApart[] {
  const ramp = (day: Day) => (day.kind === 'work' && day.ramp_percent < 100 ? 'ramp' : null);
  const notWorked = (day: Day) => day.kind !== 'work';
  const runs = [...runsOf(days, whyApart, isFree), ...runsOf(days, ramp, notWorked)];
  return runs.toSorted((a, b) => a.from.localeCompare(b.from));
}
