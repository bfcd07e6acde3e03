// The key of the period before the one that runs: what there is to close.
import type { Day, PeriodKind } from '../api/types';
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

/** A span stands alone: it has none before it. */
export type Recurring = Exclude<PeriodKind, 'span'>;

/** `today`: a day of the running period. `weekStart`: 0 Sunday to 6 Saturday. */
export function lastPeriod(kind: Recurring, today: Day, weekStart: number): string {
  switch (kind) {
    case 'day':
      return addDays(today, -1);
    case 'week':
      return weekKey(addDays(today, -((weekdayOf(today) - weekStart + 7) % 7) - 7));
    case 'month':
      return addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7);
    case 'quarter': {
      const month = String((quarterOf(today) - 1) * 3 + 1).padStart(2, '0');
      const before = addDays(`${today.slice(0, 4)}-${month}-01`, -1);
      return `${before.slice(0, 4)}-Q${quarterOf(before)}`;
    }
  }
}
