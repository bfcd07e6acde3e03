import { useDirection } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { PaceDetail } from '../api/types';
import { HeatDays } from '../chart';
import { Card } from '../ui';
import { CardMenu } from './CardMenu';
import { DaysTable } from './DaysTable';
import css from './pace.module.css';
import { phaseOf } from './phase';
import { useHeatWords } from './useHeatWords';
import { useWeekStart } from './useWeekStart';

/** What the letters and outlines mean, if there are any. */
function Key({ pace, holiday }: { pace: PaceDetail; holiday: string }) {
  const { t } = useLingui();
  const lines = [
    pace.days.some(({ kind }) => kind === 'holiday') && t`${holiday} holiday.`,
    pace.days.some(({ kind, counted }) => kind === 'work' && counted === null) &&
      t`Outlined days are still to come.`,
  ];
  const words = lines.filter(Boolean).join(' ');
  return words === '' ? null : <p className={css.hint}>{words}</p>;
}

export function DayByDay({ pace, today }: { pace: PaceDetail; today: string }) {
  const { t } = useLingui();
  const { dir } = useDirection();
  const weekStart = useWeekStart();
  const words = useHeatWords(pace);
  const [table, setTable] = useState(false);
  const shown = phaseOf(pace, today) === 'running' ? today : null;
  return (
    <Card title={t`Day by day`} aside={<CardMenu table={table} onTable={setTable} />}>
      {table ? (
        <DaysTable pace={pace} />
      ) : (
        <>
          <HeatDays
            days={pace.days}
            today={shown}
            words={words}
            direction={dir}
            weekStart={weekStart}
          />
          <Key pace={pace} holiday={words.holiday} />
        </>
      )}
    </Card>
  );
}
