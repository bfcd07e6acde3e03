import { VisuallyHidden } from '@mantine/core';
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
  /** "12 d" for who sees it; the whole as its title, and for who hears it. */
  short?: boolean;
}

/** "12 days here, usually 8", with a mark when three of four are gone by then; how often it was pushed. */
export function StageAge({ days, usual, pushes = 0, short = false }: StageAgeProps) {
  const { t } = useLingui();
  const { number, span } = useFormat();
  const half = usual?.usual_days ?? null;
  const here = plural(days, { 0: 'here since today', one: '# day here', other: '# days here' });
  const half_days = number.count(half ?? 0);
  const words = half === null ? here : t`${here}, usually ${half_days}`;
  const times = number.count(pushes);
  const slow = isSlow(days, usual);
  const told = pushes > 0 ? `${words} · ${t`pushed ${times}×`}` : words;
  return (
    <span className={css.dim} data-age={slow ? 'slow' : 'usual'} title={told}>
      {slow && (
        <IconHourglass
          size={14}
          stroke={1.8}
          role="img"
          aria-label={t`Slower than three of four`}
        />
      )}
      {short ? (
        <>
          <span aria-hidden>{span.days(days)}</span>
          <VisuallyHidden>{told}</VisuallyHidden>
        </>
      ) : (
        told
      )}
    </span>
  );
}
