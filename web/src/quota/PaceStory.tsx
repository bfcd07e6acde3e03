import { useDirection } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import type { PaceDetail } from '../api/types';
import { hasPace, PaceChart } from '../chart';
import { CardEmpty, toneOf } from '../ui';
import { CardMenu } from './CardMenu';
import { DaysTable } from './DaysTable';
import css from './pace.module.css';
import { paceSeries } from './paceSeries';
import { gradeWords } from './gradeWords';
import { asksNothing } from './phase';
import { Rich } from './Rich';
import { ruleWords } from './ruleWords';
import { paceSentence, plainText, type Reader } from './sentences';
import { Verdict } from './Verdict';
import { useNamed } from './useNamed';
import { usePaceWords } from './usePaceWords';
import { useWeekStart } from './useWeekStart';
import { useWords } from './useWords';

interface PaceStoryProps {
  pace: PaceDetail;
  today: string;
  reader: Reader;
  onEvidence: () => void;
  onFormula: () => void;
}

function Course({
  pace,
  today,
  sentence,
}: Pick<PaceStoryProps, 'pace' | 'today'> & { sentence: string }) {
  const { t } = useLingui();
  const { dir } = useDirection();
  const weekStart = useWeekStart();
  const words = usePaceWords(pace, sentence);
  const series = useMemo(() => paceSeries(pace, today), [pace, today]);
  if (!hasPace(series)) {
    return (
      <CardEmpty
        missing={t`This period has no working day.`}
        then={t`The course appears here once the calendar has one.`}
      />
    );
  }
  return (
    <PaceChart
      series={series}
      tone={toneOf(pace.state)}
      words={words}
      direction={dir}
      weekStart={weekStart}
    />
  );
}

/** The definition in words, where the figures stand. */
function WhatCounts({ pace }: Pick<PaceStoryProps, 'pace'>) {
  const { t } = useLingui();
  const words = useWords();
  const rule = ruleWords(pace.rule, useNamed().outcome, words);
  return <p className={css.counts}>{t`What counts: ${rule}.`}</p>;
}

/** The sentence, the verdict and the course that proves it. */
export function PaceStory({ pace, today, reader, onEvidence, onFormula }: PaceStoryProps) {
  const { t } = useLingui();
  const words = useWords();
  const [table, setTable] = useState(false);
  const sentence = paceSentence(pace, reader, words);
  const grades = gradeWords(pace, words);
  const drawn = !asksNothing(pace);
  const said = plainText(grades === null ? sentence : `${sentence} ${grades}`);
  return (
    <>
      <div className={css.story}>
        <div className={css.told}>
          <p className={css.sentence}>
            <Rich text={sentence} />
          </p>
          {grades && <p className={css.grades}>{grades}</p>}
          <WhatCounts pace={pace} />
        </div>
        <Verdict pace={pace} onFormula={onFormula} />
        {drawn && <CardMenu table={table} onTable={setTable} onEvidence={onEvidence} />}
      </div>
      {!drawn && <p className={css.hint}>{t`No pace is measured where nothing is asked.`}</p>}
      {drawn &&
        (table ? <DaysTable pace={pace} /> : <Course pace={pace} today={today} sentence={said} />)}
    </>
  );
}
