const anyRow = '[data-row]';

/** Moves the focus to the next or previous row of the page, in the order of the page. */
export function moveInRows(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>(anyRow)].filter(
    (row) => row.offsetParent !== null,
  );
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const first = step === 1 ? 0 : rows.length - 1;
  const next = at === -1 ? rows[first] : rows[Math.min(Math.max(at + step, 0), rows.length - 1)];
  next?.focus();
}

function inFocusedRow(part: string): HTMLElement | null {
  const row = document.activeElement?.closest(anyRow);
  return row?.querySelector<HTMLElement>(part) ?? null;
}

/** Enter on a row does what its main control does. */
export function openRow(event: KeyboardEvent): boolean {
  if (!(event.target instanceof Element) || !event.target.matches(anyRow)) return false;
  inFocusedRow('[data-primary]')?.click();
  return true;
}

export function openRowMenu(): void {
  inFocusedRow('[data-row-menu]')?.click();
}

export function openEvidence(): void {
  const focused = document.activeElement;
  if (focused instanceof HTMLElement && focused.matches('[data-figure]')) focused.click();
  else inFocusedRow('[data-figure]')?.click();
}
