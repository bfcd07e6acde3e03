// The days of a calendar that differ from the usual week.
import type { CalendarDay, CalendarDefinition } from '../api/setUpTypes';

const yearOf = ({ day }: CalendarDay) => day.slice(0, 4);

/** The years that have such a day, oldest first. */
export const yearsOf = (days: readonly CalendarDay[]) => [...new Set(days.map(yearOf))].toSorted();

export const daysIn = (days: readonly CalendarDay[], year: string) =>
  days.filter((day) => yearOf(day) === year).toSorted((a, b) => a.day.localeCompare(b.day));

/** The later list takes the place of the earlier one, day by day. */
export function withDays(
  days: readonly CalendarDay[],
  added: readonly CalendarDay[],
): CalendarDay[] {
  const all = new Map([...days, ...added].map((day) => [day.day, day]));
  return [...all.values()].toSorted((a, b) => a.day.localeCompare(b.day));
}

export const withoutDay = (days: readonly CalendarDay[], day: string) =>
  days.filter((each) => each.day !== day);

/** How many days of a read file are new, and how many say something else than before. */
export function differences(days: readonly CalendarDay[], read: readonly CalendarDay[]) {
  const known = new Map(days.map((day) => [day.day, day]));
  const fresh = read.filter(({ day }) => !known.has(day));
  const changed = read.filter((day) => {
    const before = known.get(day.day);
    return before && (before.minutes !== day.minutes || (before.name ?? '') !== (day.name ?? ''));
  });
  return {
    fresh: fresh.length,
    changed: changed.length,
    same: read.length - fresh.length - changed.length,
  };
}

/** A calendar as apply takes it again: what it reads has the days of its country among its own. */
export function wholeCalendar(
  calendar: CalendarDefinition,
  changes: Partial<CalendarDefinition>,
): CalendarDefinition {
  const { country: _, ...own } = calendar;
  return { ...own, ...changes };
}
