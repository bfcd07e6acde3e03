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

/** A text that a spreadsheet would take for a formula gets an apostrophe. */
function cell(value: string | number | boolean | null): string {
  const text = value === null ? '' : String(value);
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvOf(rows: readonly EvidenceItem[]): string {
  const lines = rows.map((row) => COLUMNS.map((column) => cell(row[column])).join(','));
  return [COLUMNS.join(','), ...lines, ''].join('\r\n');
}

const BYTE_ORDER_MARK = '\ufeff';

export async function exportEvidence(asked: EvidenceAsked, name: string): Promise<void> {
  const text = BYTE_ORDER_MARK + csvOf((await readAllEvidence(asked)).items);
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}
