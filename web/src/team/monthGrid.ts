// Who is away on which day of a month.
import type { Leave } from '../api/setUpTypes';
import type { Day } from '../api/types';
import { addDays } from '../format';

export type Month = string;

export const monthOf = (day: Day): Month => day.slice(0, 7);
export const firstOf = (month: Month): Day => `${month}-01`;

export function monthAfter(month: Month, by: 1 | -1): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

export function daysOf(month: Month): Day[] {
  const days: Day[] = [];
  for (let day = firstOf(month); monthOf(day) === month; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Room for three signs: "Mon"; where the short name is long, its first letter without the Arabic article. */
export const weekdayHead = (word: string) =>
  [...word].length <= 4 ? word : ([...word.replace(/^ال/, '')][0] ?? '');

/** A whole day away stands before some hours of it. */
export function awayOn(leaves: readonly Leave[], day: Day): 'whole' | 'part' | null {
  const on = leaves.filter(({ from, to }) => from <= day && day < to);
  if (on.length === 0) return null;
  return on.some(({ minutes }) => minutes === null) ? 'whole' : 'part';
}

/** How many are away on the day, whole or in part. */
export const awayCount = (all: readonly (readonly Leave[])[], day: Day) =>
  all.filter((leaves) => awayOn(leaves, day) !== null).length;
