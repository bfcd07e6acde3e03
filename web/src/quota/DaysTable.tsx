import { useLingui } from '@lingui/react/macro';
import type { PaceDetail } from '../api/types';
import { ChartTable, isOwnDay } from '../chart';
import { offWords } from './offWords';
import { useWords } from './useWords';

/** The days of a period as a table: what the charts draw, to be read. */
export function DaysTable({ pace }: { pace: PaceDetail }) {
  const { t } = useLingui();
  const words = useWords();
  const { number, date, chance } = words.format;
  const { name } = pace;
  const whole = (value: number | null) =>
    value === null ? '–' : number.much(pace.rule.currency).count(Math.round(value));
  const rows = pace.days.filter(isOwnDay).map((day) => {
    const when = date.dayWithWeekday(day.day);
    const off = offWords(day, words);
    return [
      off === null ? when : t`${when}, ${off}`,
      whole(off === null ? day.counted : day.counted || null),
      whole(day.total ?? day.likely),
      whole(day.plan),
      chance.range(whole(day.band_low), whole(day.band_high)),
    ];
  });
  const columns = [t`Day`, t`Counted`, t`Done or likely`, t`Plan`, t`8 of 10 on plan`];
  return <ChartTable title={t`Days of ${name}`} columns={columns} rows={rows} />;
}
