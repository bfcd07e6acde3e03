// Arrows from cell to cell of a table whose cells are buttons, mirrored where the page runs from right to left.
const STEPS: Record<string, readonly [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** True when the key was one of the table's. */
export function moveInGrid(
  table: Element,
  focused: Element | null,
  key: string,
  rtl: boolean,
): boolean {
  const step = STEPS[key];
  const row = focused?.closest('[data-cells]');
  if (!step || !focused?.matches('[data-cell]') || !row || !table.contains(row)) return false;
  const rows = [...table.querySelectorAll('[data-cells]')];
  const cellsOf = (of: Element | undefined) => [
    ...(of?.querySelectorAll<HTMLElement>('[data-cell]') ?? []),
  ];
  const column = cellsOf(row).findIndex((cell) => cell === focused);
  const to = cellsOf(rows[rows.indexOf(row) + step[0]])[column + (rtl ? -step[1] : step[1])];
  if (!to) return true;
  for (const cell of table.querySelectorAll<HTMLElement>('[data-cell][tabindex="0"]')) {
    cell.tabIndex = -1;
  }
  to.tabIndex = 0;
  to.focus();
  return true;
}
