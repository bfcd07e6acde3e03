import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Day, Instant, Period } from '../api/types';
import { namesOf } from './names';

type When = Instant | Date;

export interface DateFormat {
  /** 27 Nov */
  day(day: Day): string;
  /** Fri 27 Nov */
  dayWithWeekday(day: Day): string;
  /** Friday 27 November */
  dayLong(day: Day): string;
  /** Mon */
  weekdayShort(day: Day): string;
  /** Nov */
  monthShort(day: Day): string;
  /** November */
  monthLong(day: Day): string;
  /** 09:31, 24 hours, in the zone of the person */
  time(when: When): string;
  /** 26 Nov 16:12 */
  dayTime(when: When): string;
  /** the person's own day */
  dayOf(when: When): Day;
  year(day: Day): string;
}

export function noonOf(day: Day): Date {
  return new Date(`${day}T12:00:00Z`);
}

export function addDays(day: Day, days: number): Day {
  const date = noonOf(day);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

export function lastDayOf(period: Period): Day {
  return addDays(period.to, -1);
}

export function isCurrent(period: Period, today: Day): boolean {
  return period.from <= today && today < period.to;
}

export function quarterOf(day: Day): number {
  return Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1;
}

function safeZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

export function dateFormat(i18n: I18n, locale: string, zone: string): DateFormat {
  const timeZone = safeZone(zone);
  const names = namesOf(i18n.locale, locale);
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' });
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });

  const dayIn = (value: Day, month: string) => {
    const number = Number(value.slice(8));
    return i18n._(msg({ message: `${number} ${month}`, context: 'day of a month' }));
  };
  const withWeekday = (weekday: string, date: string) =>
    i18n._(msg({ message: `${weekday} ${date}`, context: 'weekday and date' }));

  const day = (value: Day) => dayIn(value, names.monthShortOfDay(value));
  const dayOf = (when: When) => parts.format(new Date(when));
  const time = (when: When) => clock.format(new Date(when));
  return {
    day,
    dayWithWeekday: (value) => withWeekday(names.weekdayShort(value), day(value)),
    dayLong: (value) =>
      withWeekday(names.weekdayLong(value), dayIn(value, names.monthLongOfDay(value))),
    weekdayShort: names.weekdayShort,
    monthShort: names.monthShort,
    monthLong: names.monthLong,
    time,
    dayTime: (when) => `${day(dayOf(when))} ${time(when)}`,
    dayOf,
    year: (value) => value.slice(0, 4),
  };
}
