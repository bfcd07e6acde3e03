import { useDirection } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, type RefObject, useEffect, useRef, useState } from 'react';
import type { Pace, TeamPace, TeamTotal } from '../api/types';
import { useFormat } from '../format';
import { ScrollRegion } from '../ui';
import { moveInCells } from './cellMoves';
import { RepName } from './RepName';
import css from './team.module.css';
import { TeamCell } from './TeamCell';
import { TeamFoot } from './TeamFoot';
import type { TeamColumn, TeamRow, TeamSort } from './teamRows';

export interface TeamTableProps {
  title: string;
  team: readonly TeamPace[];
  totals: readonly TeamTotal[] | undefined;
  rows: readonly TeamRow[];
  columns: readonly TeamColumn[];
  sort: TeamSort;
  today: string;
  opened: Pace | null;
  onSort: (sort: TeamSort) => void;
  onEvidence: (pace: Pace) => void;
}

const ROW_PX = 58;
const FIRST_PX = 196;

/** Money needs more room than things. */
const widthOf = ({ rule }: Pace) => (rule.currency === null ? 135 : 180);
const VIRTUAL_FROM = 60;
const ARROW = { size: 16, stroke: 2, 'aria-hidden': true } as const;

interface SortKeyProps {
  words: string;
  second?: string;
  title: string;
  onSort: () => void;
}

function SortKey({ words, second, title, onSort }: SortKeyProps) {
  return (
    <button type="button" className={css.sort} title={title} onClick={onSort}>
      {second === undefined ? <span>{words}</span> : <b>{words}</b>}
      {second !== undefined && <span>{second}</span>}
    </button>
  );
}

const Head = memo(function Head({
  columns,
  sort,
  today,
  onSort,
}: Pick<TeamTableProps, 'columns' | 'sort' | 'today' | 'onSort'>) {
  const { span } = useFormat();
  const { t } = useLingui();
  const isSorted = (quota: string) => sort !== 'risk' && sort.quota_id === quota;
  return (
    <thead className={css.head}>
      <tr>
        <th
          scope="col"
          className={css.first}
          aria-sort={sort === 'risk' ? 'descending' : undefined}
        >
          <SortKey
            words={t({ message: 'Rep', context: 'head of a column' })}
            title={t`Most behind first`}
            onSort={() => onSort('risk')}
          />
        </th>
        {columns.map(({ quota_id, name, sample }) => (
          <th
            key={quota_id}
            scope="col"
            style={{ width: widthOf(sample) }}
            aria-sort={isSorted(quota_id) ? 'ascending' : undefined}
          >
            <SortKey
              words={name}
              second={span.period(sample.period_kind, sample.period, today)}
              title={t`${name}: lowest chance first`}
              onSort={() => onSort(isSorted(quota_id) ? 'risk' : { quota_id })}
            />
          </th>
        ))}
      </tr>
    </thead>
  );
});

/** Scrolling draws only the rows that come into sight. */
const Row = memo(function Row({
  row,
  index,
  columns,
  opened,
  onEvidence,
}: { row: TeamRow; index: number } & Pick<TeamTableProps, 'columns' | 'opened' | 'onEvidence'>) {
  return (
    <tr data-row tabIndex={-1} aria-rowindex={index + 2} className={css.row}>
      <th scope="row" className={css.first}>
        <RepName row={row} />
      </th>
      {columns.map(({ quota_id }) => {
        const pace = row.cells.get(quota_id);
        return (
          <td key={quota_id}>
            <TeamCell
              pace={pace}
              open={pace !== undefined && opened === pace}
              onEvidence={() => pace && onEvidence(pace)}
            />
          </td>
        );
      })}
    </tr>
  );
});

/** Only the rows that are seen, once there are many. */
function useShownRows(count: number) {
  const region = useRef<HTMLElement>(null);
  // Its answers change with every scroll, so that nothing here may be remembered between renders.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count,
    enabled: count > VIRTUAL_FROM,
    getScrollElement: () => region.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
  });
  if (count <= VIRTUAL_FROM) return { region, first: 0, last: count, before: 0, after: 0 };
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = (items.at(-1)?.index ?? -1) + 1;
  return { region, first, last, before: first * ROW_PX, after: (count - last) * ROW_PX };
}

const Spacer = ({ height }: { height: number }) =>
  height > 0 ? <tr aria-hidden style={{ height }} /> : null;

/**
 * Whether the last column is out of sight: the table is wider than its frame, and not at its end. Observed, since
 * whoever scrolls a thousand rows must not wait for what a listener asks of the layout.
 */
function useMoreAside(region: RefObject<HTMLElement | null>, columns: number): boolean {
  const [more, setMore] = useState(false);
  useEffect(() => {
    const last = region.current?.querySelectorAll('thead th')[columns];
    if (!last || typeof IntersectionObserver === 'undefined') return undefined;
    const seen = new IntersectionObserver(
      ([entry]) => setMore((entry?.intersectionRatio ?? 1) < 0.9),
      { root: region.current, threshold: [0, 0.9] },
    );
    seen.observe(last);
    return () => seen.disconnect();
  }, [region, columns]);
  return more;
}

export function TeamTable(props: TeamTableProps) {
  const { title, team, totals, rows, columns, opened, onEvidence } = props;
  const { t } = useLingui();
  const { dir } = useDirection();
  const { region, first, last, before, after } = useShownRows(rows.length);
  const more = useMoreAside(region, columns.length);
  const wide = columns.reduce((sum, { sample }) => sum + widthOf(sample), FIRST_PX);
  const forward = () =>
    region.current?.scrollBy({ left: (dir === 'rtl' ? -1 : 1) * 172, behavior: 'smooth' });
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (!moveInCells(event.currentTarget, document.activeElement, event.key, dir === 'rtl')) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={css.frame} data-more={more || undefined}>
      <ScrollRegion ref={region} label={title} className={css.region}>
        <div role="presentation" style={{ minWidth: wide }} onKeyDown={onKeyDown}>
          <table className={css.table} aria-rowcount={rows.length + 2}>
            <Head columns={columns} sort={props.sort} today={props.today} onSort={props.onSort} />
            <tbody>
              <Spacer height={before} />
              {rows.slice(first, last).map((row, index) => (
                <Row
                  key={row.rep_id}
                  row={row}
                  index={first + index}
                  columns={columns}
                  opened={opened}
                  onEvidence={onEvidence}
                />
              ))}
              <Spacer height={after} />
            </tbody>
            <TeamFoot team={team} totals={totals} columns={columns} />
          </table>
        </div>
      </ScrollRegion>
      {more && (
        <button type="button" className={css.aside} aria-label={t`More columns`} onClick={forward}>
          {dir === 'rtl' ? <IconChevronLeft {...ARROW} /> : <IconChevronRight {...ARROW} />}
        </button>
      )}
    </div>
  );
}
