import { useMediaQuery } from '@mantine/hooks';
import { useLingui } from '@lingui/react/macro';
import type { Standing, StandingRow } from '../api/pipelineTypes';
import css from '../fair/fair.module.css';
import { useFormat } from '../format';
import { stageName } from '../pipeline/stageName';
import { Card, ColumnHeads, FigureButton, ScrollRegion } from '../ui';
import type { Opened } from './RowsDrawer';

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

const partOf = ({ customer }: Stage): StandingRow['part'] => (customer ? 'book' : 'expected');

interface StagesCardProps {
  standing: Standing;
  opened: Opened | null;
  onOpen: (opened: Opened) => void;
}

/**
 * What is open in each stage, with the win share that it is counted by. The number opens to the opportunities. On the
 * phone their worth stands below it: five columns have no room there.
 */
export function StagesCard({ standing, opened, onOpen }: StagesCardProps) {
  const { t, i18n } = useLingui();
  const { number } = useFormat();
  const nameOf = ({ stage: key, name }: Stage) => stageName({ key, name }, i18n);
  const phone = useMediaQuery('(max-width: 719px)', false, { getInitialValueInEffect: false });
  const worth = phone ? [] : [t`Worth`];
  const open = t({ message: 'Open', context: 'how many have not ended' });
  const columns = [t`Stage`, open, ...worth, t`Won in the end`, t`Brings`];
  return (
    <Card title={t`By stage`}>
      <ScrollRegion label={t`By stage`} className={css.scroll}>
        <table className={css.table}>
          <ColumnHeads names={columns} />
          <tbody>
            {standing.stages.map((stage) => (
              <tr key={`${stage.stage_id} ${stage.customer}`}>
                <th scope="row">
                  {nameOf(stage)}{' '}
                  {stage.customer && <span className={css.small}>{t`customers one has`}</span>}
                </th>
                <td>
                  <span className={css.chance}>
                    <FigureButton
                      of={nameOf(stage)}
                      open={
                        opened?.stage?.stage_id === stage.stage_id && opened.part === partOf(stage)
                      }
                      onOpen={() => onOpen({ part: partOf(stage), stage })}
                    >
                      {number.count(stage.count)}
                    </FigureButton>
                    {phone && <span className={css.small}>{number.moneyShort(stage.value)}</span>}
                  </span>
                </td>
                {!phone && <td>{number.moneyShort(stage.value)}</td>}
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
