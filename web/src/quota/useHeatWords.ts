import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { PaceDetail } from '../api/types';
import type { HeatWords } from '../chart';
import { offWords } from './offWords';
import { useWords } from './useWords';

const SUNDAY_MS = Date.parse('2026-01-04');
const DAY_MS = 86_400_000;

const aDayOn = (weekday: number) =>
  new Date(SUNDAY_MS + weekday * DAY_MS).toISOString().slice(0, 10);

/** All words that stand in the calendar of one pace. */
export function useHeatWords(pace: PaceDetail): HeatWords {
  const { t } = useLingui();
  const words = useWords();
  return useMemo(() => {
    const { date, number } = words.format;
    const { name, days } = pace;
    const much = number.much(pace.rule.currency);
    const byDay = new Map(days.map((day) => [day.day, day]));
    const tip = (day: string) => {
      const when = date.dayWithWeekday(day);
      const found = byDay.get(day);
      if (found === undefined) return when;
      const off = found.counted ? null : offWords(found, words);
      if (off !== null) return t`${when}: ${off}`;
      if (found.counted === null) return t`${when}, to come`;
      const counted = much.count(found.counted);
      return t`${when}: ${counted} counted`;
    };
    return {
      title: t`Day by day: ${name}`,
      description: t`What counted on each working day.`,
      leave: t({ message: 'L', context: 'one letter for leave' }),
      holiday: t({ message: 'H', context: 'one letter for holiday' }),
      count: much.brief,
      weekday: (weekday) => date.weekdayShort(aDayOn(weekday)),
      month: date.monthShort,
      day: date.day,
      tip,
    };
  }, [pace, t, words]);
}
