import { useLingui } from '@lingui/react/macro';
import type { Pace, PaceState } from '../api/types';
import { useFormat } from '../format';
import css from './PaceBar.module.css';
import { shareOf } from './share';
import { toneOf } from './tone';

export interface PaceBarProps {
  counted: number;
  amount: number;
  expected: number;
  /** Absent for money. */
  band: Pace['band'];
  currency: string | null;
  state: PaceState;
}

const percent = (share: number) => `${share * 100}%`;

/** Done (filled), expected by now (a tick), where 8 of 10 exactly on plan are (a band), quota (the end). */
export function PaceBar({ counted, amount, expected, band, currency, state }: PaceBarProps) {
  const { t } = useLingui();
  const { number } = useFormat();
  if (amount <= 0) return null;
  const [done, quota, now] = [counted, amount, expected].map(number.much(currency).count);
  const low = shareOf(band?.low ?? 0, amount);
  const high = shareOf(band?.high ?? 0, amount);
  const tick = shareOf(expected, amount);
  return (
    <span
      className={css.bar}
      data-tone={toneOf(state)}
      role="img"
      aria-label={t`${done} of ${quota} done, ${now} expected by now`}
    >
      {band !== null && (
        <span
          className={css.band}
          style={{ insetInlineStart: percent(low), inlineSize: percent(high - low) }}
        />
      )}
      <span className={css.done} style={{ inlineSize: percent(shareOf(counted, amount)) }} />
      <span className={css.expected} style={{ insetInlineStart: percent(tick) }} />
    </span>
  );
}
