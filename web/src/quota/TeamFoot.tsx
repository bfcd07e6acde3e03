import { Trans } from '@lingui/react/macro';
import { memo } from 'react';
import type { TeamPace, TeamTotal } from '../api/types';
import { useFormat } from '../format';
import { Ratio } from '../ui';
import css from './team.module.css';
import { columnSum, type ColumnSum, type TeamColumn } from './teamRows';

function Sum({ sum }: { sum: ColumnSum }) {
  const { number } = useFormat();
  const much = number.much(sum.currency);
  const percent = sum.ratio === null ? null : number.percent(sum.ratio);
  return (
    <>
      <Ratio done={much.brief(sum.counted)} of={much.brief(sum.amount)} />
      <div className={css.footPace}>
        {percent && <Trans>{percent} of the pace</Trans>}
        {sum.distinct && <Trans>each once for the team</Trans>}
      </div>
    </>
  );
}

interface TeamFootProps {
  team: readonly TeamPace[];
  totals: readonly TeamTotal[] | undefined;
  columns: readonly TeamColumn[];
}

/** The team as a whole and its pace; no chance, since no quota of the team stands behind it. */
export const TeamFoot = memo(function TeamFoot({ team, totals, columns }: TeamFootProps) {
  return (
    <tfoot>
      <tr>
        <th scope="row" className={css.first}>
          <Trans>All reps together</Trans>
        </th>
        {columns.map(({ quota_id }) => {
          const sum = columnSum(team, totals, quota_id);
          return (
            <td key={quota_id}>{sum ? <Sum sum={sum} /> : <span className={css.none}>–</span>}</td>
          );
        })}
      </tr>
    </tfoot>
  );
});
