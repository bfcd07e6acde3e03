// The beginning of a JSON file, a calendar or an address book as a table: the first row has the names of its columns.
import type { Format, Mapping } from './mapping';

/** Of the name of the file, else of how it begins; absent: separated values. */
export function formatOf(name: string, text: string): Format | undefined {
  const begins = text.trimStart().slice(0, 30).toUpperCase();
  if (/\.(ics|ical)$/i.test(name) || begins.startsWith('BEGIN:VCALENDAR')) return 'ics';
  if (/\.(vcf|vcard)$/i.test(name) || begins.startsWith('BEGIN:VCARD')) return 'vcard';
  if (/\.(jsonl|ndjson)$/i.test(name)) return 'jsonl';
  if (/\.json$/i.test(name) || begins.startsWith('[{')) return 'json';
  return undefined;
}

/** The first list among the members of the outermost object; absent: the file is a list, or has none in sight. */
export function recordsOf(text: string): string | undefined {
  if (!text.trimStart().startsWith('{')) return undefined;
  const found = /"([^"\\/]+)"\s*:\s*\[\s*\{/.exec(text);
  return found ? `/${found[1] ?? ''}` : undefined;
}

/** The elements of the list that begins there; one that the end of the sample cuts off is left out. */
function elementsFrom(text: string, start: number): string[] {
  const elements: string[] = [];
  let depth = 0;
  let quoted = false;
  let begin = start + 1;
  for (let at = start + 1; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (quoted) {
      if (sign === '\\') at += 1;
      else if (sign === '"') quoted = false;
    } else if (sign === '"') quoted = true;
    else if (depth === 0 && (sign === ',' || sign === ']')) {
      elements.push(text.slice(begin, at));
      begin = at + 1;
      if (sign === ']') break;
    } else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
  }
  return elements;
}

function startOfList(text: string, records: string | undefined): number {
  const last = records?.split('/').at(-1);
  if (last === undefined) return text.indexOf('[');
  const name = text.indexOf(`${JSON.stringify(last)}`);
  return name === -1 ? -1 : text.indexOf('[', name);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Members, and those of objects in it as pointers. */
function cellsOf(value: Record<string, unknown>, before = ''): [string, string][] {
  return Object.entries(value).flatMap(([name, cell]): [string, string][] => {
    const path = `${before}/${name}`;
    if (isRecord(cell)) return cellsOf(cell, path);
    const text = typeof cell === 'string' ? cell : JSON.stringify(cell);
    return [[before === '' ? name : path, cell === null ? '' : text]];
  });
}

function parsed(text: string): [string, string][][] {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? [cellsOf(value)] : [];
  } catch {
    return [];
  }
}

function jsonRecords(text: string, { format, records }: Mapping): [string, string][][] {
  if (format === 'jsonl') return text.split('\n').flatMap(parsed);
  const start = startOfList(text, records);
  return start === -1 ? [] : elementsFrom(text, start).flatMap(parsed);
}

const unfold = (text: string) => text.replaceAll(/\r?\n[ \t]/g, '').split(/\r?\n/);

const without = (value: string) => value.replaceAll(/\\[nN]/g, ' ').replaceAll(/\\([,;\\])/g, '$1');

/** The first of each property of each component of the name. */
function componentRecords(text: string, component: string): [string, string][][] {
  const records: [string, string][][] = [];
  let open: Map<string, string> | null = null;
  let inside = 0;
  for (const line of unfold(text)) {
    const [, name = '', value = ''] = /^([\w.-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
    const word = name.replace(/^.*\./, '').toUpperCase();
    if (word === 'BEGIN' && open === null)
      open = value.toUpperCase() === component ? new Map() : null;
    else if (word === 'BEGIN') inside += 1;
    else if (word === 'END' && inside > 0) inside -= 1;
    else if (word === 'END' && open !== null) {
      records.push([...open]);
      open = null;
    } else if (word !== '' && inside === 0 && open !== null && !open.has(word)) {
      open.set(word, without(value));
    }
  }
  return records;
}

const most_rows = 40;

/** What the server reads besides what stands in the file. */
const made: Partial<Record<Format, readonly string[]>> = {
  ics: ['DTSTART', 'DURATION', 'SUMMARY', 'UID', 'RECURRENCE-ID'],
  vcard: ['FN', 'ORG', 'TEL', 'EMAIL', 'ID'],
};

export function tableOf(text: string, mapping: Mapping): string[][] {
  const { format } = mapping;
  const all =
    format === 'ics' || format === 'vcard'
      ? componentRecords(text, format === 'ics' ? 'VEVENT' : 'VCARD')
      : jsonRecords(text, mapping);
  const records = all.slice(0, most_rows);
  if (records.length === 0) return [];
  const own = (format && made[format]) ?? [];
  const columns = [...new Set([...own, ...records.flatMap((each) => each.map(([name]) => name))])];
  const rows = records.map((each) => {
    const cells = new Map(each);
    return columns.map((name) => cells.get(name) ?? '');
  });
  return [columns, ...rows];
}
