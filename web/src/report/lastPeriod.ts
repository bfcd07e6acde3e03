// The period before the one that runs: what there is to close.
import type { Day, Period, PeriodKind } from '../api/types';
import { addDays, quarterOf } from '../format/date';

const dayNumber = (day: Day) => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);

/** 0 Sunday to 6 Saturday; 1 January 1970 was a Thursday. */
const weekdayOf = (day: Day) => (dayNumber(day) + 4) % 7;

/** A week takes the ISO number of its fourth day, which is that of the Thursday of the same ISO week. */
function weekKey(first: Day): string {
  const fourth = addDays(first, 3);
  const thursday = addDays(fourth, 4 - (weekdayOf(fourth) || 7));
  const year = thursday.slice(0, 4);
  const number = Math.floor((dayNumber(thursday) - dayNumber(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`;

const firstOfQuarter = (day: Day): Day =>
  `${day.slice(0, 4)}-${String((quarterOf(day) - 1) * 3 + 1).padStart(2, '0')}-01`;

/** A span stands alone: it has none before it. */
export type Recurring = Exclude<PeriodKind, 'span'>;

/** `today`: a day of the running period. `weekStart`: 0 Sunday to 6 Saturday. */
export function lastPeriod(kind: Recurring, today: Day, weekStart: number): Period {
  switch (kind) {
    case 'day': {
      const from = addDays(today, -1);
      return { key: from, from, to: today };
    }
    case 'week': {
      const to = addDays(today, -((weekdayOf(today) - weekStart + 7) % 7));
      const from = addDays(to, -7);
      return { key: weekKey(from), from, to };
    }
    case 'month': {
      const to = firstOfMonth(today);
      const from = firstOfMonth(addDays(to, -1));
      return { key: from.slice(0, 7), from, to };
    }
    case 'quarter': {
      const to = firstOfQuarter(today);
      const from = firstOfQuarter(addDays(to, -1));
      return { key: `${from.slice(0, 4)}-Q${quarterOf(from)}`, from, to };
    }
  }
}
