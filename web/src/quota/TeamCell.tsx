import { useDirection } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { Pace } from '../api/types';
import { DaySpark } from '../chart';
import { useFormat } from '../format';
import { FigureButton, PaceBar, Ratio, StatusMark, toneOf, useStateWord } from '../ui';
import { isStretched } from './grades';
import { asksNothing } from './phase';
import css from './team.module.css';

/** The chance with its mark; the word of the state, or of the stretch, where there is no chance. */
export function CellChance({ pace }: { pace: Pace }) {
  const { chance } = useFormat();
  const word = useStateWord();
  const { t } = useLingui();
  const tone = toneOf(pace.state);
  const open = pace.state === 'behind' || pace.state === 'on_pace' || pace.state === 'ahead';
  const settled = isStretched(pace)
    ? t({ message: 'stretch', context: 'the grade above the quota' })
    : word(pace.state);
  const text = open && pace.p_reach !== null ? chance.percentShort(pace.p_reach) : settled;
  return (
    <span className={css.chance} data-tone={tone}>
      <StatusMark tone={tone} />
      <bdi>{text}</bdi>
    </span>
  );
}

interface TeamCellProps {
  pace: Pace | undefined;
  open: boolean;
  onEvidence: () => void;
}

export function TeamCell({ pace, open, onEvidence }: TeamCellProps) {
  const { t } = useLingui();
  const { number } = useFormat();
  const { dir } = useDirection();
  if (!pace) return <span className={css.none}>–</span>;
  if (asksNothing(pace)) {
    return (
      <span className={css.none}>{pace.state === 'excused' ? t`paused` : t`nothing asked`}</span>
    );
  }
  const { rep_name, name } = pace;
  const much = number.much(pace.rule.currency);
  const byDay = pace.counted_days.map(much.count).join(' · ');
  return (
    <div className={css.cell}>
      <Ratio
        done={
          <FigureButton of={`${rep_name}, ${name}`} open={open} onOpen={onEvidence}>
            {much.brief(pace.counted)}
          </FigureButton>
        }
        of={much.brief(pace.amount)}
      />
      <CellChance pace={pace} />
      <div className={css.cellBar}>
        <span className={css.cellDays}>
          <DaySpark counts={pace.counted_days} title={t`By day: ${byDay}`} direction={dir} />
        </span>
        <PaceBar
          counted={pace.counted}
          amount={pace.amount}
          expected={pace.expected_by_now}
          band={pace.band}
          currency={pace.rule.currency}
          state={pace.state}
        />
      </div>
    </div>
  );
}
