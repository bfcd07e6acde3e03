import type { Day, PaceDay } from '../api/types';

export interface StripDay {
  day: Day;
  look: 'past' | 'today' | 'coming' | 'free';
  weekBegins: boolean;
}

export interface Strip {
  days: StripDay[];
  /** Which working day today is; on a free day the last one before it. */
  at: number;
  total: number;
  /** Today is still to be worked. */
  left: number;
}

type CalendarDay = Pick<PaceDay, 'day' | 'kind'>;

const weekend = new Set([0, 6]);
const free = new Set<PaceDay['kind']>(['off', 'not_asked']);

const weekdayOf = (day: Day) => new Date(`${day}T12:00:00Z`).getUTCDay();

function lookOf({ day, kind }: CalendarDay, today: Day): StripDay['look'] {
  if (kind !== 'work') return 'free';
  if (day === today) return 'today';
  return day < today ? 'past' : 'coming';
}

function weekOf(day: Day): number {
  const monday = Date.parse('1970-01-05T12:00:00Z');
  return Math.floor((Date.parse(`${day}T12:00:00Z`) - monday) / (7 * 86_400_000));
}

/** One tick per working day, leave and holidays as a line on the floor, gaps between weeks. */
export function stripOf(calendar: readonly CalendarDay[], today: Day): Strip {
  const shown = calendar.filter(({ day, kind }) => !free.has(kind) || !weekend.has(weekdayOf(day)));
  const days = shown.map((each, index) => {
    const previous = shown[index - 1];
    return {
      day: each.day,
      look: lookOf(each, today),
      weekBegins: previous !== undefined && weekOf(previous.day) !== weekOf(each.day),
    };
  });
  const work = calendar.filter(({ kind }) => kind === 'work');
  const before = work.filter(({ day }) => day < today).length;
  const working = work.some(({ day }) => day === today);
  return {
    days,
    at: working ? before + 1 : before,
    total: work.length,
    left: work.length - before,
  };
}
