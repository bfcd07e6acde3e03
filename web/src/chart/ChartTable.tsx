import { ColumnHeads, ScrollRegion } from '../ui';
import classes from './chart.module.css';

interface ChartTableProps {
  title: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

/** A chart as a table; the first column names the row. */
export function ChartTable({ title, columns, rows }: ChartTableProps) {
  return (
    <ScrollRegion label={title} className={classes.tableScroll}>
      <table className={classes.table}>
        <ColumnHeads names={columns} />
        <tbody>
          {rows.map((row) => (
            <tr key={row[0]}>
              {row.map((cell, index) => (
                <td key={columns[index]}>
                  <bdi>{cell}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
