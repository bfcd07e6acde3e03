// The frozen rows of a report as a file for a spreadsheet.
import { readReportRows } from '../api/calls';
import type { Report, ReportRow } from '../api/types';
import { csvText, saveFile } from '../quota/exportRows';

const COLUMNS = [
  'activity_id',
  'occurred_at',
  'day',
  'counts',
  'reason',
  'counted_before',
  'kind',
  'direction',
  'duration_s',
  'outcome',
  'topic',
  'contact_name',
  'account_name',
] as const satisfies readonly (keyof ReportRow)[];

export async function exportReport({ report_id, key, period }: Report): Promise<void> {
  const { items } = await readReportRows(report_id);
  saveFile(csvText(COLUMNS, items), `${key}-${period.key}`);
}
