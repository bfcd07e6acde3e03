// A week of working minutes: read, written and said.
import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Week, Weekday } from '../api/setUpTypes';
import { type Format, hoursText } from '../format';

export const weekdays: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

export const usualWeek: Week = {
  monday: 480,
  tuesday: 480,
  wednesday: 480,
  thursday: 480,
  friday: 480,
  saturday: 0,
  sunday: 0,
};

/** 5 January 2026 is a Monday. */
const dayOn = (weekday: Weekday) =>
  `2026-01-${String(5 + weekdays.indexOf(weekday)).padStart(2, '0')}`;

export const weekdayWord = (weekday: Weekday, { date }: Format) =>
  date.weekdayShort(dayOn(weekday));

export const minutesOfWeek = (week: Week) =>
  weekdays.reduce((sum, weekday) => sum + week[weekday], 0);

interface Run {
  from: Weekday;
  to: Weekday;
  minutes: number;
}

/** Days beside each other with the same hours, free days left out, from the first day of the week on. */
export function runsOf(week: Week, start: Weekday = 'monday'): Run[] {
  const first = weekdays.indexOf(start);
  const inOrder = [...weekdays.slice(first), ...weekdays.slice(0, first)];
  const runs: (Run & { open: boolean })[] = [];
  for (const weekday of inOrder) {
    const minutes = week[weekday];
    const last = runs.at(-1);
    if (last?.open && last.minutes === minutes) last.to = weekday;
    else {
      if (last) last.open = false;
      if (minutes > 0) runs.push({ from: weekday, to: weekday, minutes, open: true });
    }
    if (minutes === 0 && last) last.open = false;
  }
  return runs.map(({ from, to, minutes }) => ({ from, to, minutes }));
}

function runWords({ from, to, minutes }: Run, i18n: I18n, format: Format): string {
  const [first, last] = [weekdayWord(from, format), weekdayWord(to, format)];
  const hours = hoursText(minutes);
  if (from === to) return i18n._(msg`${first} ${hours} h`);
  return i18n._(msg`${first} to ${last} ${hours} h`);
}

/** "Mon to Thu 8 h, Fri 4:30 h". */
export function weekWords(week: Week, start: Weekday, i18n: I18n, format: Format): string {
  const runs = runsOf(week, start).map((run) => runWords(run, i18n, format));
  if (runs.length === 0) return i18n._(msg`no working day`);
  return runs.reduce((list, next) => i18n._(msg`${list}, ${next}`));
}
