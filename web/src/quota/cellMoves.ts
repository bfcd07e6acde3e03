// Arrows in the cells of the table: from figure to figure, mirrored where the page runs from right to left.
const STEPS: Record<string, readonly [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** What may have the focus in a row, in the order of the row: the name and then the figures. */
const stops = (row: Element) => [
  ...row.querySelectorAll<HTMLElement>('[data-primary], [data-figure]'),
];

/** True when the key was one of the table's. */
export function moveInCells(
  table: Element,
  focused: Element | null,
  key: string,
  rtl: boolean,
): boolean {
  const step = STEPS[key];
  const row = focused?.closest('[data-row]');
  if (!step || !focused || !row || !table.contains(row)) return false;
  const rows = [...table.querySelectorAll('[data-row]')];
  const column = stops(row).findIndex((stop) => stop === focused);
  const toRow = rows[rows.indexOf(row) + step[0]];
  if (!toRow) return true;
  const inRow = stops(toRow);
  const to = Math.min(Math.max(column + (rtl ? -step[1] : step[1]), 0), inRow.length - 1);
  inRow[to]?.focus();
  return true;
}
