import classes from './chart.module.css';

interface ChartTableProps {
  title: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

/** A chart as a table; the first column names the row. */
export function ChartTable({ title, columns, rows }: ChartTableProps) {
  return (
    <section
      className={classes.tableScroll}
      aria-label={title}
      // A region that scrolls has to be reached by the keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={classes.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
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
    </section>
  );
}
