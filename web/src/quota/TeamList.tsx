import { Plural } from '@lingui/react/macro';
import type { Pace } from '../api/types';
import { useFormat } from '../format';
import { Card, FigureButton, PaceBar, Ratio } from '../ui';
import { RepName } from './RepName';
import css from './team.module.css';
import { CellChance } from './TeamCell';
import { type TeamRow, toneOfCell } from './teamRows';

interface TeamListProps {
  rows: readonly TeamRow[];
  onEvidence: (pace: Pace) => void;
}

function QuotaLine({ pace, onEvidence }: { pace: Pace; onEvidence: (pace: Pace) => void }) {
  const { number } = useFormat();
  const { rep_name, name } = pace;
  const much = number.much(pace.rule.currency);
  return (
    <li className={css.quotaLine}>
      <span dir="auto" className={css.quotaName} title={name}>
        {name}
      </span>
      <CellChance pace={pace} />
      <Ratio
        done={
          <FigureButton of={`${rep_name}, ${name}`} onOpen={() => onEvidence(pace)}>
            {much.count(pace.counted)}
          </FigureButton>
        }
        of={much.count(pace.amount)}
      />
      <div className={css.quotaBar}>
        <PaceBar
          counted={pace.counted}
          amount={pace.amount}
          expected={pace.expected_by_now}
          band={pace.band}
          currency={pace.rule.currency}
          state={pace.state}
        />
      </div>
    </li>
  );
}

/** The phone: one card a rep, what is behind in it, the rest as a number. */
export function TeamList({ rows, onEvidence }: TeamListProps) {
  return rows.map((row) => {
    const paces = [...row.cells.values()];
    const behind = paces.filter((pace) => toneOfCell(pace) === 'behind');
    const rest = paces.filter((pace) => toneOfCell(pace) !== null).length - behind.length;
    return (
      <Card key={row.rep_id} label={row.rep_name} className={css.repCard}>
        <RepName row={row} />
        <ul>
          {behind.map((pace) => (
            <QuotaLine key={pace.quota_id} pace={pace} onEvidence={onEvidence} />
          ))}
        </ul>
        {rest > 0 && (
          <p className={css.rest}>
            <Plural value={rest} one="# quota on pace or ahead" other="# quotas on pace or ahead" />
          </p>
        )}
      </Card>
    );
  });
}
