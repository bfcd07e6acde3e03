// A mapping as the server takes it (docs/import.md), and small changes of one.
import type { Encoding } from './sample';

export interface CellRule {
  column?: string;
  /** Their values are joined with a space. */
  columns?: string[];
  constant?: string;
  values?: Record<string, string | null>;
  otherwise?: string;
  /** A cell that cannot be read says nothing, in place of refusing its row. */
  optional?: boolean;
  form?: string;
  first_year?: number;
  /** The report of the import says as what each word was read; with `values` only. */
  report?: boolean;
  unit?: 'milliseconds' | 'seconds' | 'minutes' | 'hours';
}

export type Into =
  'activities' | 'contacts' | 'accounts' | 'people' | 'product_lines' | 'opportunities';
export type Format = 'csv' | 'tsv' | 'json' | 'jsonl' | 'ics' | 'vcard';

export interface Mapping {
  name: string;
  about?: string;
  into?: Into;
  format?: Format;
  /** Of json: where the array is. */
  records?: string;
  separator?: string;
  encoding?: Encoding;
  decimal?: string;
  header?: boolean;
  zone?: string;
  rep?: string;
  /** Rows are call records, of known contacts only. */
  match?: 'numbers';
  /** By Paceline: a key may be an id that it gave. */
  exported?: boolean;
  key?: string[];
  fields: Partial<Record<Field, CellRule>>;
  attributes?: Record<string, CellRule>;
}

/** Every member that a record may have (src/importer/record_fields.cpp). Those that are needed come first. */
export const fieldsOf = {
  activities: [
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
    'from_number',
    'to_number',
    'relation',
    'temperature',
    'segment',
    'contact_id',
    'state',
    'occurred_precision',
    'attributes',
  ],
  contacts: [
    'name',
    'phone',
    'email',
    'account_name',
    'key',
    'owner',
    'relation',
    'temperature',
    'source',
    'segment',
  ],
  accounts: ['name', 'key', 'parent', 'segment', 'sector', 'region', 'country', 'owner'],
  people: ['name', 'email', 'email_domain', 'team', 'parent_team', 'manager'],
  product_lines: ['name', 'key', 'parent', 'list_price', 'currency'],
  opportunities: [
    'name',
    'key',
    'rep',
    'account',
    'stage',
    'amount',
    'currency',
    'product_line',
    'began_at',
    'moved_at',
    'close_day',
    'contact',
    'pipeline',
    'began_stage',
    'reason',
    'source',
  ],
} as const satisfies Record<Into, readonly string[]>;

export type Field = (typeof fieldsOf)[Into][number];

export const isInto = (word: string): word is Into => Object.hasOwn(fieldsOf, word);
export const intoOf = ({ into }: Mapping): Into => into ?? 'activities';

const neededOf: Record<Into, readonly Field[]> = {
  activities: ['kind', 'occurred_at'],
  contacts: ['name'],
  accounts: ['name'],
  people: ['name'],
  product_lines: ['name'],
  opportunities: ['name', 'key'],
};

export const isNeeded = (field: Field, mapping: Mapping): boolean =>
  neededOf[intoOf(mapping)].includes(field) ||
  (mapping.match === 'numbers' && (field === 'from_number' || field === 'to_number'));

const moments: readonly Field[] = ['occurred_at', 'known_at', 'began_at', 'moved_at', 'close_day'];
export const isMoment = (field: Field): boolean => moments.includes(field);
/** Their words are the product's: the words of a file are translated by a table. */
export const hasTable = (field: Field): boolean =>
  ['kind', 'outcome', 'direction', 'rep', 'owner', 'relation', 'temperature'].includes(field);

/** Further words under names of one's own. */
export const hasAttributes = (mapping: Mapping): boolean =>
  ['activities', 'accounts'].includes(intoOf(mapping));
export const most_attributes = 20;
export const most_joined = 5;

/** A form with a separator, and a header or none; the others have names of their own. */
export const isDelimited = ({ format }: Mapping): boolean =>
  format === undefined || format === 'csv' || format === 'tsv';

export const columnsIn = ({ column, columns }: CellRule): readonly string[] =>
  columns ?? (column === undefined ? [] : [column]);

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

/** What both can have stays. */
export function withInto(mapping: Mapping, into: Into): Mapping {
  const { attributes, match, ...rest } = mapping;
  const kept = Object.entries(mapping.fields).filter(([field]) =>
    fieldsOf[into].some((each) => each === field),
  );
  const fields: Mapping['fields'] = Object.fromEntries(kept);
  if (into === 'activities') fields.kind ??= { constant: 'call' };
  const changed = { ...rest, into, fields };
  return {
    ...changed,
    ...(into === 'activities' && match && { match }),
    ...(hasAttributes(changed) && attributes && { attributes }),
  };
}

/** A member of the whole, or of a rule: taken away when it says nothing. */
export function withMember<Of extends object, Name extends keyof Of>(
  whole: Of,
  name: Name,
  value: Of[Name] | undefined,
): Of {
  const { [name]: _, ...rest } = whole;
  return (value === undefined ? rest : { ...rest, [name]: value }) as Of;
}

/** Under another name, in its place; null takes it away. */
export function withAttribute(
  mapping: Mapping,
  name: string,
  next: { name: string; rule: CellRule } | null,
): Mapping {
  const others = Object.entries(mapping.attributes ?? {}).flatMap(([each, rule]) => {
    if (each !== name) return [[each, rule] as const];
    return next === null ? [] : [[next.name, next.rule] as const];
  });
  const attributes = Object.fromEntries(others);
  return withMember(mapping, 'attributes', others.length === 0 ? undefined : attributes);
}

const delimitedOnly = ['separator', 'header'] as const;

/** What only another form can have is taken away: the server refuses it. */
export function withFormat(mapping: Mapping, format: Format): Mapping {
  let next: Mapping = { ...mapping, format };
  for (const name of delimitedOnly)
    if (!isDelimited(next)) next = withMember(next, name, undefined);
  if (format === 'tsv') next = withMember(next, 'separator', undefined);
  return format === 'json' ? next : withMember(next, 'records', undefined);
}

/** Without a key the rows are known by their content: the server refuses an empty list. */
export function withKey(mapping: Mapping, key: readonly string[]): Mapping {
  const { key: _, ...rest } = mapping;
  return key.length === 0 ? rest : { ...rest, key: [...key] };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isRules = (value: unknown): boolean =>
  isRecord(value) && Object.values(value).every(isRecord);

/** A mapping from a file; null when it is none. What else is wrong with it the server says. */
export function readMapping(text: string): Mapping | null {
  try {
    const document: unknown = JSON.parse(text);
    if (!isRecord(document) || typeof document.name !== 'string') return null;
    if (document.into !== undefined && !isInto(String(document.into))) return null;
    if (document.attributes !== undefined && !isRules(document.attributes)) return null;
    if (!isRules(document.fields)) return null;
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
