import { useLingui } from '@lingui/react/macro';
import type { Standing } from '../api/pipelineTypes';
import css from '../fair/fair.module.css';
import { useFormat } from '../format';
import { Card, ColumnHeads, ScrollRegion } from '../ui';

type Stage = Standing['stages'][number];

function Share({ stage: { win_share } }: { stage: Stage }) {
  const { t } = useLingui();
  const { number, chance } = useFormat();
  const { share, low, high, won, lost } = win_share;
  if (share === null) return <span className={css.dim}>{t`nothing has ended yet`}</span>;
  const ended = number.count(won + lost);
  return (
    <span className={css.chance}>
      <b>{number.percent(share)}</b>
      {low !== null && high !== null && (
        <span className={css.small}>{chance.range(number.percent(low), number.percent(high))}</span>
      )}
      <span className={css.small}>{t`${ended} ended`}</span>
    </span>
  );
}

/** What is open in each stage, with the win share that it is counted by. */
export function StagesCard({ standing }: { standing: Standing }) {
  const { t } = useLingui();
  const { number } = useFormat();
  const columns = [t`Stage`, t`Open`, t`Worth`, t`Won in the end`, t`Brings`];
  return (
    <Card title={t`By stage`}>
      <ScrollRegion label={t`By stage`} className={css.scroll}>
        <table className={css.table}>
          <ColumnHeads names={columns} />
          <tbody>
            {standing.stages.map((stage) => (
              <tr key={`${stage.stage} ${stage.customer}`}>
                <th scope="row">
                  {stage.name}
                  {stage.customer && <span className={css.small}> {t`customers one has`}</span>}
                </th>
                <td>{number.count(stage.count)}</td>
                <td>{number.moneyShort(stage.value)}</td>
                <td>
                  <Share stage={stage} />
                </td>
                <td>{stage.expected === null ? '–' : number.moneyShort(stage.expected)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Card>
  );
}
