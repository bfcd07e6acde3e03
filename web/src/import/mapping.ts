// A mapping as the server takes it (docs/import.md), and small changes of one.
import type { Encoding } from './sample';

export interface CellRule {
  column?: string;
  constant?: string;
  values?: Record<string, string | null>;
  otherwise?: string;
  /** A cell that cannot be read says nothing, in place of refusing its row. */
  optional?: boolean;
  form?: string;
  first_year?: number;
  unit?: 'milliseconds' | 'seconds' | 'minutes' | 'hours';
}

export interface Mapping {
  name: string;
  about?: string;
  into?: string;
  format?: 'csv' | 'tsv';
  separator?: string;
  encoding?: Encoding;
  decimal?: string;
  header?: boolean;
  zone?: string;
  rep?: string;
  key?: string[];
  fields: Partial<Record<Field, CellRule>>;
  attributes?: Record<string, CellRule>;
}

/** Those that are needed come first. */
export const fields = [
  'kind',
  'occurred_at',
  'outcome',
  'direction',
  'duration_s',
  'rep',
  'contact',
  'topic',
  'product_line',
  'lead_source',
  'note',
  'known_at',
] as const;

export type Field = (typeof fields)[number];

export const needed: readonly Field[] = ['kind', 'occurred_at'];
export const isMoment = (field: Field): boolean => field === 'occurred_at' || field === 'known_at';
/** Their words are the product's: the words of a file are translated by a table. */
export const hasTable = (field: Field): boolean =>
  ['kind', 'outcome', 'direction', 'rep'].includes(field);

/** What a row is called by: the names of the header, or the numbers of the columns. */
export function columnsOf(rows: readonly (readonly string[])[], header: boolean): string[] {
  const first = rows[0] ?? [];
  return header ? first.map((name) => name.trim()) : first.map((_, at) => String(at + 1));
}

/** The different values of a column in the preview, in the order of the file. */
export function valuesOf(
  column: string | undefined,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): string[] {
  const at = column === undefined ? -1 : columns.indexOf(column);
  if (at === -1) return [];
  const all = rows.map((row) => row[at]?.trim() ?? '').filter((value) => value !== '');
  return [...new Set(all)];
}

export const separatorOf = ({ format, separator }: Mapping): string =>
  format === 'tsv' ? '\t' : (separator ?? ',');

export function withSeparator(mapping: Mapping, next: string): Mapping {
  const { separator: _, ...rest } = mapping;
  return next === '\t' ? { ...rest, format: 'tsv' } : { ...rest, format: 'csv', separator: next };
}

export function withField(mapping: Mapping, field: Field, rule: CellRule | null): Mapping {
  const { [field]: _, ...others } = mapping.fields;
  return { ...mapping, fields: rule === null ? others : { ...others, [field]: rule } };
}

/** Without a key the rows are known by their content: the server refuses an empty list. */
export function withKey(mapping: Mapping, key: readonly string[]): Mapping {
  const { key: _, ...rest } = mapping;
  return key.length === 0 ? rest : { ...rest, key: [...key] };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A mapping from a file; null when it is none. What else is wrong with it the server says. */
export function readMapping(text: string): Mapping | null {
  try {
    const document: unknown = JSON.parse(text);
    if (!isRecord(document) || typeof document.name !== 'string') return null;
    if (!isRecord(document.fields) || !Object.values(document.fields).every(isRecord)) return null;
    return document as unknown as Mapping;
  } catch {
    return null;
  }
}

/** A file's name as the name of a mapping: small letters, digits and -. */
export function nameOf(fileName: string): string {
  const name = fileName
    .replace(/\.\w+$/, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
  return name === '' ? 'file' : name;
}
