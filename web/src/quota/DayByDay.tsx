import { useDirection } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { PaceDetail } from '../api/types';
import { heatGrid, HeatDays, type HeatWords } from '../chart';
import { Card, ExportLinks } from '../ui';
import { ApartList } from './ApartList';
import { CardMenu } from './CardMenu';
import { DaysTable } from './DaysTable';
import css from './pace.module.css';
import { phaseOf } from './phase';
import { useHeatWords } from './useHeatWords';
import { useWeekStart } from './useWeekStart';

interface KeyProps {
  pace: PaceDetail;
  shown: string | null;
  words: Pick<HeatWords, 'leave' | 'holiday'>;
}

/** What the letters, dashes and outlines mean that are there. */
function Key({ pace, shown, words: { leave, holiday } }: KeyProps) {
  const { t } = useLingui();
  const states = new Set(heatGrid(pace.days, shown).cells.map(({ state }) => state));
  const lines = [
    states.has('leave') && t`${leave} away.`,
    states.has('holiday') && t`${holiday} holiday.`,
    states.has('off') && t`Dashed days ask nothing.`,
    states.has('coming') && t`Outlined days are still to come.`,
  ];
  const key = lines.filter(Boolean).join(' ');
  return key === '' ? null : <p className={css.hint}>{key}</p>;
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
        <>
          <DaysTable pace={pace} />
          <ExportLinks
            table="pace-days"
            asked={{ quota: pace.key, rep: pace.rep_id, period: pace.period.key }}
          />
        </>
      ) : (
        <>
          <HeatDays
            days={pace.days}
            today={shown}
            words={words}
            direction={dir}
            weekStart={weekStart}
          />
          <Key pace={pace} shown={shown} words={words} />
          <ApartList pace={pace} />
        </>
      )}
    </Card>
  );
}
