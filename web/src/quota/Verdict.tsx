import { useLingui } from '@lingui/react/macro';
import type { Pace } from '../api/types';
import { listOf, useFormat } from '../format';
import { Chip, toneOf, useStateWord } from '../ui';
import css from './pace.module.css';
import { StretchChip } from './StretchChip';

const quiet = new Set<Pace['state']>(['too_early', 'not_started', 'excused']);

/** The state as a chip, and the chance in a word and a figure that opens how it is computed. */
export function Verdict({ pace, onFormula }: { pace: Pace; onFormula: () => void }) {
  const { t, i18n } = useLingui();
  const { chance } = useFormat();
  const word = useStateWord();
  const { state, p_reach } = pace;
  if (pace.amount === 0 && state !== 'excused') return null;
  const open = state === 'behind' || state === 'on_pace' || state === 'ahead';
  return (
    <div className={css.verdict}>
      {quiet.has(state) ? (
        <Chip>{word(state)}</Chip>
      ) : (
        <Chip tone={toneOf(state)}>{word(state)}</Chip>
      )}
      <StretchChip pace={pace} />
      {open && p_reach !== null && (
        <button
          type="button"
          className={css.model}
          title={t`Show how the chance is computed`}
          onClick={onFormula}
        >
          {listOf([chance.words(p_reach), chance.percent(p_reach)], i18n)}
        </button>
      )}
    </div>
  );
}
