import { useDirection } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { KeyboardEvent } from 'react';
import type { Leave } from '../api/setUpTypes';
import type { Day, Rep } from '../api/types';
import { useFormat } from '../format';
import { useToday } from '../format/useToday';
import { useWeekStart } from '../quota/useWeekStart';
import { ScrollRegion } from '../ui';
import { moveInGrid } from './gridMoves';
import css from './leave.module.css';
import { awayCount, awayOn, daysOf, type Month, weekdayHead } from './monthGrid';

interface LeaveGridProps {
  title: string;
  month: Month;
  reps: readonly Rep[];
  leaves: readonly (readonly Leave[])[];
  onChoose: (rep: Rep, day: Day) => void;
}

const weekdayOf = (day: Day) => new Date(`${day}T12:00:00Z`).getUTCDay();

interface CellProps {
  name: string;
  day: Day;
  away: ReturnType<typeof awayOn>;
  reachable: boolean;
  onChoose: () => void;
}

function Cell({ name, day, away, reachable, onChoose }: CellProps) {
  const { t } = useLingui();
  const { date } = useFormat();
  const when = date.dayWithWeekday(day);
  const words = {
    whole: t`${name}, ${when}: away`,
    part: t`${name}, ${when}: away for some hours`,
    none: t`${name}, ${when}: here`,
  }[away ?? 'none'];
  return (
    <button
      type="button"
      className={css.cell}
      data-cell
      data-away={away ?? undefined}
      tabIndex={reachable ? 0 : -1}
      aria-label={words}
      title={words}
      onClick={onChoose}
    />
  );
}

/** A row for each rep, a column for each day; arrows move from day to day. */
export function LeaveGrid({ title, month, reps, leaves, onChoose }: LeaveGridProps) {
  const { date, number } = useFormat();
  const { dir } = useDirection();
  const today = useToday();
  const weekStart = useWeekStart();
  const days = daysOf(month);
  const first = days.includes(today) ? today : days[0];
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!moveInGrid(event.currentTarget, document.activeElement, event.key, dir === 'rtl')) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <ScrollRegion label={title} className={css.region}>
      <div role="presentation" onKeyDown={onKeyDown}>
        <table className={css.grid}>
          <thead>
            <tr>
              <th className={css.first} scope="col">
                <Trans context="head of a column">Rep</Trans>
              </th>
              {days.map((day) => (
                <th
                  key={day}
                  scope="col"
                  data-today={day === today || undefined}
                  data-week={weekdayOf(day) === weekStart || undefined}
                >
                  <span className={css.weekday}>{weekdayHead(date.weekdayShort(day))}</span>
                  {number.count(Number(day.slice(8)))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {reps.map((rep, row) => (
              <tr key={rep.rep_id} data-cells>
                <th className={css.first} scope="row" dir="auto" title={rep.name}>
                  {rep.name}
                </th>
                {days.map((day) => (
                  <td key={day} data-week={weekdayOf(day) === weekStart || undefined}>
                    <Cell
                      name={rep.name}
                      day={day}
                      away={awayOn(leaves[row] ?? [], day)}
                      reachable={row === 0 && day === first}
                      onChoose={() => onChoose(rep, day)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th className={css.first} scope="row">
                <Trans>Away</Trans>
              </th>
              {days.map((day) => {
                const count = awayCount(leaves, day);
                return <td key={day}>{count > 0 && number.count(count)}</td>;
              })}
            </tr>
          </tfoot>
        </table>
      </div>
    </ScrollRegion>
  );
}
