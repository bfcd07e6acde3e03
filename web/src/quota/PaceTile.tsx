import type { Pace } from '../api/types';
import { useFormat } from '../format';
import { CountUp, FigureButton, PaceBar, Ratio, StatusMark, toneOf } from '../ui';
import { asksNothing } from './phase';
import { StretchChip } from './StretchChip';
import css from './tiles.module.css';

interface PaceTileProps {
  pace: Pace;
  selected: boolean;
  onSelect: () => void;
  onEvidence: () => void;
}

/** One quota in small. The tile shows it below, the figure opens its rows. */
export function PaceTile({ pace, selected, onSelect, onEvidence }: PaceTileProps) {
  const { number } = useFormat();
  const tone = toneOf(pace.state);
  return (
    <li
      className={css.tile}
      data-selected={selected || undefined}
      data-quota={pace.quota_id}
      data-tone={tone}
    >
      <div className={css.line}>
        <span className={css.mark}>
          <StatusMark tone={tone} />
        </span>
        <button
          type="button"
          dir="auto"
          className={css.name}
          aria-pressed={selected}
          title={pace.name}
          onClick={onSelect}
        >
          {pace.name}
        </button>
        <span className={css.figure}>
          <Ratio
            done={
              <FigureButton of={pace.name} onOpen={onEvidence}>
                <CountUp value={pace.counted} currency={pace.rule.currency} />
              </FigureButton>
            }
            of={number.much(pace.rule.currency).count(pace.amount)}
          />
          <StretchChip pace={pace} />
        </span>
      </div>
      {!asksNothing(pace) && (
        <PaceBar
          counted={pace.counted}
          amount={pace.amount}
          expected={pace.expected_by_now}
          band={pace.band}
          currency={pace.rule.currency}
          state={pace.state}
        />
      )}
    </li>
  );
}
