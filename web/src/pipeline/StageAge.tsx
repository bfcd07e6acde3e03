import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { IconHourglass } from '@tabler/icons-react';
import type { StageDays } from '../api/pipelineTypes';
import { useFormat } from '../format';
import { isSlow } from './board';
import css from './board.module.css';

interface StageAgeProps {
  days: number;
  /** Of its stage; undefined: not known, or it has ended. */
  usual: StageDays | undefined;
  pushes?: number;
}

/** "12 days here, usually 8", with a mark when three of four are gone by then; how often it was pushed. */
export function StageAge({ days, usual, pushes = 0 }: StageAgeProps) {
  const { t } = useLingui();
  const { number } = useFormat();
  const half = usual?.usual_days ?? null;
  const here = plural(days, { 0: 'here since today', one: '# day here', other: '# days here' });
  const half_days = number.count(half ?? 0);
  const words = half === null ? here : t`${here}, usually ${half_days}`;
  const times = number.count(pushes);
  const slow = isSlow(days, usual);
  return (
    <span className={css.dim} data-age={slow ? 'slow' : 'usual'}>
      {slow && (
        <IconHourglass
          size={14}
          stroke={1.8}
          role="img"
          aria-label={t`Slower than three of four`}
        />
      )}
      {words}
      {pushes > 0 && <> · {t`pushed ${times}×`}</>}
    </span>
  );
}
