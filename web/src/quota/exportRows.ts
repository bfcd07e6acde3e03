// All rows of evidence as a file for a spreadsheet.
import { type EvidenceAsked, readAllEvidence } from '../api/calls';
import type { EvidenceItem } from '../api/types';

const COLUMNS = [
  'occurred_at',
  'contact_name',
  'account_name',
  'kind',
  'direction',
  'duration_s',
  'outcome',
  'topic',
  'counts',
  'reason',
  'detail',
] as const satisfies readonly (keyof EvidenceItem)[];

/** A text that a spreadsheet would take for a formula gets an apostrophe, as in docs/export.md. */
function cell(value: string | number | boolean | null): string {
  const text = value === null ? '' : String(value);
  const safe = typeof value === 'string' && /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

type Cell = string | number | boolean | null;

export function csvText<Column extends string>(
  columns: readonly Column[],
  rows: readonly Record<Column, Cell>[],
): string {
  const lines = rows.map((row) => columns.map((column) => cell(row[column])).join(','));
  return [columns.join(','), ...lines, ''].join('\r\n');
}

export const csvOf = (rows: readonly EvidenceItem[]): string => csvText(COLUMNS, rows);

const BYTE_ORDER_MARK = '\ufeff';

export function saveFile(csv: string, name: string): void {
  const address = URL.createObjectURL(new Blob([BYTE_ORDER_MARK + csv], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}

export async function exportEvidence(asked: EvidenceAsked, name: string): Promise<void> {
  saveFile(csvOf((await readAllEvidence(asked)).items), name);
}
