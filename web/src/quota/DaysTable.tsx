import { useLingui } from '@lingui/react/macro';
import type { PaceDetail } from '../api/types';
import { ChartTable } from '../chart';
import { useFormat } from '../format';

/** The days of a period as a table: what the charts draw, to be read. */
export function DaysTable({ pace }: { pace: PaceDetail }) {
  const { t } = useLingui();
  const { number, date, chance } = useFormat();
  const { name } = pace;
  const whole = (value: number | null) => (value === null ? '–' : number.count(Math.round(value)));
  const rows = pace.days
    .filter(({ kind, counted }) => kind === 'work' || counted)
    .map((day) => [
      date.dayWithWeekday(day.day),
      whole(day.counted),
      whole(day.total ?? day.likely),
      whole(day.plan),
      chance.range(whole(day.band_low), whole(day.band_high)),
    ]);
  const columns = [t`Day`, t`Counted`, t`Done or likely`, t`Plan`, t`8 of 10 on plan`];
  return <ChartTable title={t`Days of ${name}`} columns={columns} rows={rows} />;
}
