import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Day, Instant, Period, PeriodKind } from '../api/types';
import { isCurrent, lastDayOf, quarterOf, type DateFormat } from './date';

export interface SpanFormat {
  /** How long ago, short: "42 min", "3 h", "2 d". */
  ago(then: Instant, now: Date): string;
  /** 271 s is "4:31"; an hour and more as `minutes` tells them. */
  duration(seconds: number): string;
  /** How long it stands somewhere, where there is no room: "12 d", "today". */
  days(days: number): string;
  /** "45 min", "1 h", "1 h 30 min" */
  minutes(minutes: number): string;
  /** "Q4", "this week", "November": beside the name of a quota */
  period(kind: PeriodKind, period: Period, today: Day): string;
  /** "Q4 2026", "23 to 29 Nov", "November 2026": alone */
  periodLong(kind: PeriodKind, period: Period): string;
}

function agoParts(seconds: number) {
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return { unit: 'minute', n: Math.max(minutes, 0) } as const;
  const hours = Math.floor(minutes / 60);
  return hours < 24
    ? ({ unit: 'hour', n: hours } as const)
    : ({ unit: 'day', n: Math.floor(hours / 24) } as const);
}

export function spanFormat(i18n: I18n, date: DateFormat): SpanFormat {
  const fromTo = (period: Period) => {
    const [from, to] = [date.day(period.from), date.day(lastDayOf(period))];
    return i18n._(msg`${from} to ${to}`);
  };
  const quarter = (period: Period) => {
    const number = quarterOf(period.from);
    return i18n._(msg({ message: `Q${number}`, context: 'quarter of a year' }));
  };

  const ofYear = (part: string, year: string) =>
    i18n._(msg({ message: `${part} ${year}`, context: 'month or quarter of a year' }));

  const inUnit = (unit: 'minute' | 'hour' | 'day', n: number) => {
    if (unit === 'minute') return i18n._(msg`${n} min`);
    return unit === 'hour' ? i18n._(msg`${n} h`) : i18n._(msg`${n} d`);
  };

  const minutes = (whole: number) => {
    const [hours, rest] = [Math.floor(whole / 60), whole % 60];
    const parts = [hours > 0 && inUnit('hour', hours), rest > 0 && inUnit('minute', rest)];
    return parts.filter(Boolean).join(' ') || inUnit('minute', 0);
  };

  return {
    // The number and its unit stay on one line.
    ago: (then, now) => {
      const { unit, n } = agoParts((now.getTime() - Date.parse(then)) / 1000);
      return inUnit(unit, n).replaceAll(' ', '\u00a0');
    },
    minutes,
    days: (n) => (n === 0 ? i18n._(msg`today`) : inUnit('day', n)).replaceAll(' ', '\u00a0'),
    duration(seconds) {
      const whole = Math.round(seconds);
      if (whole >= 3600) return minutes(Math.round(whole / 60));
      return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
    },
    period(kind, period, today) {
      if (kind === 'day' && isCurrent(period, today)) return i18n._(msg`today`);
      if (kind === 'week' && isCurrent(period, today)) return i18n._(msg`this week`);
      if (kind === 'day') return date.day(period.from);
      if (kind === 'month') return date.monthLong(period.from);
      return kind === 'quarter' ? quarter(period) : fromTo(period);
    },
    periodLong(kind, period) {
      const year = date.year(period.from);
      if (kind === 'day') return date.dayLong(period.from);
      if (kind === 'month') return ofYear(date.monthLong(period.from), year);
      return kind === 'quarter' ? ofYear(quarter(period), year) : fromTo(period);
    },
  };
}
