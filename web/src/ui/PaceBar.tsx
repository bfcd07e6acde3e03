import { useLingui } from '@lingui/react/macro';
import type { PaceState } from '../api/types';
import { useFormat } from '../format';
import css from './PaceBar.module.css';
import { shareOf } from './share';
import { toneOf } from './tone';

export interface PaceBarProps {
  counted: number;
  amount: number;
  expected: number;
  bandLow: number;
  bandHigh: number;
  state: PaceState;
}

const percent = (share: number) => `${share * 100}%`;

/** Done (filled), expected by now (a tick), where 8 of 10 exactly on plan are (a band), quota (the end). */
export function PaceBar({ counted, amount, expected, bandLow, bandHigh, state }: PaceBarProps) {
  const { t } = useLingui();
  const { number } = useFormat();
  if (amount <= 0) return null;
  const [done, quota, now] = [counted, amount, expected].map(number.count);
  const low = shareOf(bandLow, amount);
  const high = shareOf(bandHigh, amount);
  const tick = shareOf(expected, amount);
  return (
    <span
      className={css.bar}
      data-tone={toneOf(state)}
      role="img"
      aria-label={t`${done} of ${quota} done, ${now} expected by now`}
    >
      <span
        className={css.band}
        style={{ insetInlineStart: percent(low), inlineSize: percent(high - low) }}
      />
      <span className={css.done} style={{ inlineSize: percent(shareOf(counted, amount)) }} />
      <span className={css.expected} style={{ insetInlineStart: percent(tick) }} />
    </span>
  );
}
