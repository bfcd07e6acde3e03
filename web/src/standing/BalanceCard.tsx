import { Trans, useLingui } from '@lingui/react/macro';
import type { CSSProperties, ReactNode } from 'react';
import type { Standing } from '../api/pipelineTypes';
import fair from '../fair/fair.module.css';
import { useFormat } from '../format';
import { stageName } from '../pipeline/stageName';
import { Card } from '../ui';
import { type BalanceBar, balanceGroups, extremesOf, type StageBalance } from './balance';
import css from './balance.module.css';
import type { Opened } from './RowsDrawer';

const looks = {
  value: { background: 'var(--on-fill)' },
  brings: { background: 'var(--data)' },
  missing: { border: '1.5px dashed var(--dim)', background: 'none' },
  needed: {
    background: 'var(--ink)',
    boxShadow: '0 0 0 1.5px var(--card)',
    inlineSize: 3,
    insetBlock: -5,
  },
} satisfies Record<string, CSSProperties>;

const percent = (share: number) => `${share * 100}%`;

function Track({ bar: { value, brings, needed } }: { bar: BalanceBar }) {
  return (
    <span className={css.track} aria-hidden>
      <span style={{ ...looks.value, inlineSize: percent(value) }} />
      <span style={{ ...looks.brings, inlineSize: percent(brings) }} />
      {needed !== null && needed > value && (
        <span
          style={{
            ...looks.missing,
            insetInlineStart: percent(value),
            inlineSize: percent(needed - value),
          }}
        />
      )}
      {needed !== null && (
        <span style={{ ...looks.needed, insetInlineStart: `calc(${percent(needed)} - 1px)` }} />
      )}
    </span>
  );
}

function Numbers({ stage }: { stage: StageBalance }) {
  const { t } = useLingui();
  const { number } = useFormat();
  const { value, needed, needed_count } = stage;
  const [open, without] = [number.count(stage.count), number.count(stage.without_value)];
  const needs = needed_count === null ? null : number.count(needed_count);
  const here = [
    t`Open: ${open}`,
    number.moneyShort(value),
    stage.without_value > 0 && t`without money: ${without}`,
  ];
  const asked = needed && [
    needs === null ? t`Needed` : t`Needed: ${needs}`,
    number.moneyShort(needed),
  ];
  return (
    <span className={css.numbers}>
      <span className={css.open}>{here.filter(Boolean).join(' · ')}</span>
      {asked && <span className={fair.small}>{asked.join(' · ')}</span>}
    </span>
  );
}

interface RowProps {
  bar: BalanceBar;
  open: boolean;
  onOpen: (opened: Opened) => void;
}

function Row({ bar, open, onOpen }: RowProps) {
  const { t, i18n } = useLingui();
  const { stage } = bar;
  const of = stageName({ key: stage.stage, name: stage.name }, i18n);
  const inside = (
    <>
      <span className={css.name}>
        <bdi>{of}</bdi>
      </span>
      <Track bar={bar} />
      <Numbers stage={stage} />
    </>
  );
  if (stage.count + stage.without_value === 0) return <div className={css.row}>{inside}</div>;
  return (
    <button
      type="button"
      className={css.row}
      data-figure
      aria-haspopup="dialog"
      aria-expanded={open}
      title={t`Show the rows behind ${of}`}
      onClick={() => onOpen({ stage })}
    >
      {inside}
    </button>
  );
}

/** What the picture says, in a sentence or two. */
function Sentence({ standing: { balance, quota, coverage } }: { standing: Standing }) {
  const { i18n } = useLingui();
  const { number } = useFormat();
  const extremes = extremesOf(balance);
  if (quota === null)
    return (
      <Trans>The bars say what stands where. With a quota they say what is needed there.</Trans>
    );
  if (coverage?.ratio === null)
    return <Trans>The quota is sold: no stage needs more for it.</Trans>;
  if (extremes === null)
    return <Trans>Too little has ended to tell what is needed of a stage.</Trans>;
  const { hollow, full } = extremes;
  const words = (stage: StageBalance): [ReactNode, string, string] => [
    <bdi key="name">{stageName({ key: stage.stage, name: stage.name }, i18n)}</bdi>,
    number.moneyShort(stage.value),
    number.moneyShort(stage.needed ?? stage.value),
  ];
  const [low, low_value, low_needed] = hollow ? words(hollow) : [];
  const [high, high_value, high_needed] = full ? words(full) : [];
  return (
    <>
      {hollow ? (
        <Trans>
          <b>Hollow most: {low}.</b> {low_value} stands there, {low_needed} is needed.
        </Trans>
      ) : (
        <Trans>
          <b>No stage is hollow.</b>
        </Trans>
      )}{' '}
      {full && (
        <Trans>
          <b>Fullest: {high}.</b> {high_value} stands there, {high_needed} is needed.
        </Trans>
      )}
    </>
  );
}

function Legend({ needs }: { needs: boolean }) {
  const { t } = useLingui();
  const items: [string, CSSProperties][] = [
    [t`Worth`, looks.value],
    [t`Brings`, looks.brings],
  ];
  if (needs)
    items.push([t`Missing`, looks.missing], [t`Needed`, { ...looks.needed, blockSize: 16 }]);
  return (
    <p className={`${fair.choices} ${fair.small} ${css.legend}`} aria-hidden>
      {items.map(([word, look]) => (
        <span key={word} className={fair.pills}>
          <span className={css.swatch} style={look} />
          {word}
        </span>
      ))}
    </p>
  );
}

interface BalanceCardProps {
  standing: Standing;
  opened: Opened | null;
  onOpen: (opened: Opened) => void;
}

/** Where the open pipeline is full and where it is hollow: what stands in each stage against what is needed there. */
export function BalanceCard({ standing, opened, onOpen }: BalanceCardProps) {
  const { t } = useLingui();
  const { number } = useFormat();
  const { balance, coverage } = standing;
  const groups = balanceGroups(balance);
  const needs = balance.some(({ needed }) => needed !== null);
  const to_sell = coverage && number.moneyShort(coverage.to_sell);
  return (
    <Card title={t`Balance of the stages`}>
      <p>
        <Sentence standing={standing} />
      </p>
      {groups.map(({ pipeline, bars }) => (
        <div key={pipeline}>
          {groups.length > 1 && <h3 className={fair.dayHead}>{pipeline}</h3>}
          <ul>
            {bars.map((bar) => (
              <li key={bar.stage.stage_id}>
                <Row
                  bar={bar}
                  open={
                    opened?.part === undefined && opened?.stage?.stage_id === bar.stage.stage_id
                  }
                  onOpen={onOpen}
                />
              </li>
            ))}
          </ul>
        </div>
      ))}
      <Legend needs={needs} />
      {needs && (
        <p className={fair.dim}>
          <Trans>
            Needed: if that much stood in each stage, they would bring together the {to_sell} that
            is still to sell, each the same. The number is in sales of the usual size.
          </Trans>
        </p>
      )}
    </Card>
  );
}
