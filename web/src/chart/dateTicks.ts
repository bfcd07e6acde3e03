// Which days are named under a time axis: the first, the last, today, and between them days, Mondays or firsts of the
// month, by the length of the period.
import type { PacePoint } from './pacePoints';

export interface DateTick {
  day: string;
  share: number;
  rank: number;
  edge: 'first' | 'last' | 'today' | null;
}

const DAY_MS = 86_400_000;

export function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getTime() / DAY_MS + 4) % 7;
}

const DAILY_UP_TO = 8;
const WEEKLY_UP_TO = 35;

/** A landmark stands where its day begins, which is where the day before ended. */
function landmarks(points: readonly PacePoint[], weekStart: number): DateTick[] {
  let month = '';
  return points.flatMap((point, index) => {
    if (point.minutes === 0) return [];
    const share = points[index - 1]?.share ?? 0;
    const newMonth = point.day.slice(0, 7) !== month;
    month = point.day.slice(0, 7);
    const newWeek = weekdayOf(point.day) === weekStart;
    const wanted =
      points.length <= DAILY_UP_TO || (points.length <= WEEKLY_UP_TO ? newWeek : newMonth);
    return wanted ? [{ day: point.day, share, rank: 3, edge: null }] : [];
  });
}

/** The last day is named at its end; in a week of named days it already has its name at its beginning. */
function lastTick(
  points: readonly PacePoint[],
  last: string,
  today: string | undefined,
): DateTick[] {
  const named = points.length <= DAILY_UP_TO || last === today;
  return named ? [] : [{ day: last, share: 1, rank: 2, edge: 'last' }];
}

export function dateTicks(
  points: readonly PacePoint[],
  now: { day: string; share: number } | null,
  weekStart = 1,
): DateTick[] {
  const working = points.filter((point) => point.minutes > 0);
  const first = working[0];
  const last = working.at(-1);
  if (!first || !last) return [];
  const ends = lastTick(points, last.day, now?.day);
  const edges = new Set([first.day, now?.day, ...ends.map(({ day }) => day)]);
  const all: DateTick[] = [
    { day: first.day, share: 0, rank: 2, edge: 'first' },
    ...landmarks(points, weekStart).filter(({ day }) => !edges.has(day)),
    ...ends,
  ];
  if (now) all.push({ day: now.day, share: now.share, rank: 1, edge: 'today' });
  return all.sort((a, b) => a.share - b.share);
}
