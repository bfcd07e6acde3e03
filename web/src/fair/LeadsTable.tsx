import { useLingui } from '@lingui/react/macro';
import type { LeadsTo, LeadsToRow } from '../api/types';
import { useFormat } from '../format';
import { kindLabel, kindInList } from '../kind/kinds';
import { outcomeInList } from '../kind/outcomes';
import { ColumnHeads, FigureButton, ScrollRegion } from '../ui';
import { ChanceFigure } from './ChanceFigure';
import css from './fair.module.css';
import { rowKey } from './leads';

export interface Opened {
  row: LeadsToRow;
  followed: 'all' | 'reached' | 'agreed' | 'refused';
}

type Count = 'per_activity' | 'per_contact';

interface LeadsTableProps {
  led: LeadsTo;
  per: Count;
  opened: Opened | null;
  onOpen: (opened: Opened) => void;
}

export function useRowName(): (row: Pick<LeadsToRow, 'kind' | 'outcome'>) => string {
  const { t, i18n } = useLingui();
  return ({ kind, outcome }) => {
    const name = kindLabel({ kind, label: null }, i18n);
    if (outcome === null) return name;
    const end = outcomeInList({ outcome, label: null }, i18n);
    return t`${name}, ${end}`;
  };
}

const classes = ['reached', 'agreed', 'refused'] as const;

function Row({ row, per, opened, onOpen }: { row: LeadsToRow } & Omit<LeadsTableProps, 'led'>) {
  const { i18n, t } = useLingui();
  const { number } = useFormat();
  const name = useRowName()(row);
  const isOpen = (followed: Opened['followed']) =>
    opened !== null && rowKey(opened.row) === rowKey(row) && opened.followed === followed;
  const kind = kindInList({ kind: row.kind, label: null }, i18n);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <FigureButton
          of={name}
          open={isOpen('all')}
          onOpen={() => onOpen({ row, followed: 'all' })}
        >
          {number.count(row.activities)}
        </FigureButton>
        <span className={css.small}>{number.percent(row.share)}</span>
      </td>
      <td>
        {row.timed === 0 ? (
          <span className={css.dim} title={t`No ${kind} has a known duration`}>
            –
          </span>
        ) : (
          number.count(row.minutes)
        )}
      </td>
      {classes.map((each) => (
        <td key={each}>
          <FigureButton
            of={name}
            open={isOpen(each)}
            onOpen={() => onOpen({ row, followed: each })}
          >
            <ChanceFigure chance={row[per][each]} />
          </FigureButton>
        </td>
      ))}
      <td>{row.open === 0 ? <span className={css.dim}>–</span> : number.count(row.open)}</td>
    </tr>
  );
}

/** One row for each kind and outcome: how many, how long, what followed. */
export function LeadsTable({ led, ...rest }: LeadsTableProps) {
  const { t } = useLingui();
  const columns = [
    t`Activity and outcome`,
    t`Number`,
    t`Minutes`,
    t`Then reached`,
    t`Then agreed`,
    t`Then refused`,
    t`Still open`,
  ];
  return (
    <ScrollRegion label={t`What it leads to`} className={css.scroll}>
      <table className={css.table}>
        <ColumnHeads names={columns} />
        <tbody>
          {led.rows.map((row) => (
            <Row key={rowKey(row)} row={row} {...rest} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
