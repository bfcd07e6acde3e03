import { Trans } from '@lingui/react/macro';
import type { TeamPace } from '../api/types';
import { useFormat } from '../format';
import { Ratio } from '../ui';
import css from './team.module.css';
import { columnSum, type TeamColumn } from './teamRows';

/** Sums of the columns and their pace; no chance, since no quota of the team stands behind them. */
export function TeamFoot({
  team,
  columns,
}: {
  team: readonly TeamPace[];
  columns: readonly TeamColumn[];
}) {
  const { number } = useFormat();
  return (
    <tfoot>
      <tr>
        <th scope="row" className={css.first}>
          <Trans>All reps together</Trans>
        </th>
        {columns.map(({ quota_id }) => {
          const { counted, amount, ratio } = columnSum(team, quota_id);
          const percent = ratio === null ? null : number.percent(ratio);
          return (
            <td key={quota_id}>
              <Ratio done={number.count(counted)} of={number.count(amount)} />
              <div className={css.footPace}>{percent && <Trans>{percent} of the pace</Trans>}</div>
            </td>
          );
        })}
      </tr>
    </tfoot>
  );
}
