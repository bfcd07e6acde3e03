import type { Day, Instant, Period } from '../api/types';

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

export function dateFormat(locale: string, zone: string): DateFormat {
  const timeZone = safeZone(zone);
  const ofDay = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
    return (day: Day) => format.format(noonOf(day));
  };
  const dayNumber = ofDay({ day: 'numeric' });
  const monthShort = ofDay({ month: 'short' });
  const monthLong = ofDay({ month: 'long' });
  const weekdayShort = ofDay({ weekday: 'short' });
  const weekdayLong = ofDay({ weekday: 'long' });
  const clock = new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });

  const day = (value: Day) => `${dayNumber(value)} ${monthShort(value)}`;
  const dayOf = (when: When) => parts.format(new Date(when));
  const time = (when: When) => clock.format(new Date(when));
  return {
    day,
    dayWithWeekday: (value) => `${weekdayShort(value)} ${day(value)}`,
    dayLong: (value) => `${weekdayLong(value)} ${dayNumber(value)} ${monthLong(value)}`,
    weekdayShort,
    monthShort,
    monthLong,
    time,
    dayTime: (when) => `${day(dayOf(when))} ${time(when)}`,
    dayOf,
    year: ofDay({ year: 'numeric' }),
  };
}
