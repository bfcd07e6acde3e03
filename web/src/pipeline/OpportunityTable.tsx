import { useMediaQuery } from '@mantine/hooks';
import { useLingui } from '@lingui/react/macro';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Opportunity, Pipeline, StageDays } from '../api/pipelineTypes';
import { useFormat } from '../format';
import { useToday } from '../format/useToday';
import { Card, CardEmpty, ScrollRegion } from '../ui';
import { daysBetween } from './board';
import css from './board.module.css';
import { BulkBar } from './BulkBar';
import { NextStepLine } from './OpportunityCard';
import { StageAge } from './StageAge';
import { stageName } from './stageName';
import { type SortBy, sortAfter, sorted, sortOf, textOf } from './table';
import type { UsualDays } from './useUsualDays';

interface OpportunityTableProps {
  pipeline: Pipeline;
  opportunities: readonly Opportunity[];
  usual: UsualDays;
  sort: string;
  onSort: (sort: string) => void;
  onOpen: (opportunity: Opportunity) => void;
}

/** On the phone a name has two lines. */
const rowHeight = (phone: boolean) => (phone ? 66 : 48);

interface RowProps {
  opportunity: Opportunity;
  usual: StageDays | undefined;
  index: number;
  chosen: boolean;
  /** There is no room for sentences. */
  phone: boolean;
  onChoose: (id: string) => void;
  onOpen: (opportunity: Opportunity) => void;
}

function Row({ opportunity, usual, index, chosen, phone, onChoose, onOpen }: RowProps) {
  const { t, i18n } = useLingui();
  const { number, date } = useFormat();
  const today = useToday();
  const { opportunity_id, name, account, stage, value, close_day, pushes, rep, stage_since } =
    opportunity;
  const times = number.count(pushes);
  const late = close_day !== null && close_day < today && opportunity.state === 'open';
  return (
    <tr data-row tabIndex={-1} aria-rowindex={index + 2} style={{ height: rowHeight(phone) }}>
      <td className={css.choose}>
        <input
          type="checkbox"
          aria-label={t`Choose ${name}`}
          checked={chosen}
          onChange={() => onChoose(opportunity_id)}
        />
      </td>
      <th scope="row">
        <button
          type="button"
          data-primary
          className={css.name}
          dir="auto"
          title={name}
          onClick={() => onOpen(opportunity)}
        >
          <span className={css.title}>{name}</span>
        </button>
        <span className={css.dim} dir="auto" title={account?.name}>
          {account?.name ?? t`no account`}
        </span>
      </th>
      <td>
        {stageName(stage, i18n)}
        <StageAge days={daysBetween(date.dayOf(stage_since), today)} usual={usual} short={phone} />
      </td>
      <td className={css.amount}>{value === null ? '–' : number.moneyShort(value)}</td>
      <td data-wide>
        <span data-late={late || undefined}>{close_day === null ? '–' : date.day(close_day)}</span>
        {pushes > 0 && <span className={css.dim}>{t`pushed ${times}×`}</span>}
      </td>
      <td data-wide>
        <NextStepLine opportunity={opportunity} />
      </td>
      <td data-wide>{rep.name}</td>
    </tr>
  );
}

function useRows(count: number, height: number) {
  const region = useRef<HTMLElement>(null);
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => region.current,
    estimateSize: () => height,
    overscan: 10,
    initialRect: { width: 1000, height: 800 },
  });
  useLayoutEffect(() => virtual.measure(), [virtual, height]); // the phone was turned
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = (items.at(-1)?.index ?? -1) + 1;
  return { region, first, last, before: first * height, after: (count - last) * height };
}

const Spacer = ({ height }: { height: number }) =>
  height > 0 ? <tr aria-hidden style={{ height }} /> : null;

/** Every opportunity in rows: sorted, chosen, changed together. */
export default function OpportunityTable(props: OpportunityTableProps) {
  const { pipeline, opportunities, onOpen } = props;
  const { t } = useLingui();
  const phone = useMediaQuery('(max-width: 719px)', false, { getInitialValueInEffect: false });
  const sort = sortOf(props.sort);
  const { by, down } = sort;
  const stages = useMemo(
    () => new Map(pipeline.stages.map(({ stage_id }, at) => [stage_id, at])),
    [pipeline],
  );
  const rows = useMemo(
    () => sorted(opportunities, sortOf(props.sort), stages),
    [opportunities, props.sort, stages],
  );
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const chosen = useMemo(
    () => rows.filter(({ opportunity_id }) => picked.has(opportunity_id)),
    [rows, picked],
  );
  const { region, first, last, before, after } = useRows(rows.length, rowHeight(phone));
  const pick = (id: string) => {
    const next = new Set(picked);
    if (!next.delete(id)) next.add(id);
    setPicked(next);
  };
  const head = (name: SortBy, words: string, wide = false): ReactNode => (
    <th
      scope="col"
      data-wide={wide || undefined}
      aria-sort={by === name ? (down ? 'descending' : 'ascending') : undefined}
    >
      <button
        type="button"
        className={css.name}
        onClick={() => props.onSort(textOf(sortAfter(sort, name)))}
      >
        {words}
        {by === name && <span aria-hidden>{down ? ' ↓' : ' ↑'}</span>}
      </button>
    </th>
  );
  const all = rows.length > 0 && chosen.length === rows.length;
  return (
    <>
      <BulkBar pipeline={pipeline} chosen={chosen} onDone={() => setPicked(new Set())} />
      <Card flush label={t`Opportunities`}>
        <ScrollRegion ref={region} label={t`Opportunities`} className={css.rows}>
          <table className={css.table} aria-rowcount={rows.length + 1}>
            <thead>
              <tr>
                <td className={css.choose}>
                  <input
                    type="checkbox"
                    aria-label={t`Choose all that are shown`}
                    checked={all}
                    onChange={() =>
                      setPicked(
                        new Set(all ? [] : rows.map(({ opportunity_id }) => opportunity_id)),
                      )
                    }
                  />
                </td>
                {head('name', t`Opportunity`)}
                {head('stage', t`Stage`)}
                {head('value', t`Value`)}
                {head('close', t`Closes`, true)}
                {head('step', t`Next step`, true)}
                {head('rep', t`Rep`, true)}
              </tr>
            </thead>
            <tbody>
              <Spacer height={before} />
              {rows.slice(first, last).map((opportunity, index) => (
                <Row
                  key={opportunity.opportunity_id}
                  opportunity={opportunity}
                  usual={props.usual.get(opportunity.stage.stage_id)}
                  index={first + index}
                  phone={phone}
                  chosen={picked.has(opportunity.opportunity_id)}
                  onChoose={pick}
                  onOpen={onOpen}
                />
              ))}
              <Spacer height={after} />
            </tbody>
          </table>
          {rows.length === 0 && (
            <CardEmpty missing={t`No opportunity is like this.`} then={t`Take a filter away.`} />
          )}
        </ScrollRegion>
      </Card>
    </>
  );
}
