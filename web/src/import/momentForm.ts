// How a file writes dates: the forms that the server reads, tried on the values of the preview.

/** Tried in this order: what is read in two ways is taken with the day first. */
export const forms = [
  'yyyy-MM-dd HH:mm:ss',
  'yyyy-MM-dd HH:mm',
  "yyyy-MM-dd'T'HH:mm:ssZ",
  "yyyy-MM-dd'T'HH:mm:ss.SZ",
  "yyyy-MM-dd'T'HH:mm:ss",
  "yyyy-MM-dd'T'HH:mm",
  'yyyy-MM-dd',
  'd.M.yyyy H:mm:ss',
  'd.M.yyyy H:mm',
  'd.M.yyyy',
  'd/M/yyyy H:mm:ss',
  'd/M/yyyy H:mm',
  'd/M/yyyy',
  'M/d/yyyy H:mm:ss',
  'M/d/yyyy H:mm',
  'M/d/yyyy h:mm a',
  'M/d/yyyy',
  'yyyy/MM/dd HH:mm:ss',
  'yyyy/MM/dd HH:mm',
  'yyyy/MM/dd',
  'yyyyMMdd',
  'd MMM yyyy HH:mm',
  'd MMM yyyy',
  'MMM d, yyyy',
  'epoch',
  'epoch_ms',
] as const;

export interface ReadMoment {
  /** 2026-11-03 */
  day: string;
  /** 14:05; null: the file has no time. */
  time: string | null;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const patterns: Record<string, string> = {
  yyyy: '(?<year>\\d{4})',
  yy: '(?<short>\\d{2})',
  MMM: '(?<name>[A-Za-z]{3,9})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  dd: '(?<day>\\d{2})',
  d: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{2})',
  H: '(?<hour>\\d{1,2})',
  hh: '(?<hour>\\d{2})',
  h: '(?<hour>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  m: '(?<minute>\\d{1,2})',
  ss: '(?<second>\\d{2})',
  s: '(?<second>\\d{1,2})',
  S: '\\d{1,6}',
  a: '(?<half>[AaPp][Mm])',
  Z: '(?:Z|[+-]\\d{2}(?::?\\d{2})?)',
};

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);

function expressionOf(form: string): RegExp | null {
  const pieces = form.match(/'[^']*'|([A-Za-z])\1*|[^A-Za-z']/g) ?? [];
  const parts = pieces.map((piece) => {
    if (piece.startsWith("'")) return escaped(piece.slice(1, -1));
    return /^[A-Za-z]/.test(piece) ? patterns[piece] : escaped(piece);
  });
  if (parts.includes(undefined)) return null;
  try {
    return new RegExp(`^${parts.join('')}$`);
  } catch {
    return null; // a part stands twice
  }
}

function written(date: Date): ReadMoment | null {
  if (Number.isNaN(date.getTime())) return null;
  const text = date.toISOString();
  return { day: text.slice(0, 10), time: text.slice(11, 16) };
}

const ms_per_second = 1000;

function readEpoch(text: string, form: string): ReadMoment | null {
  if (!/^\d{9,13}$/.test(text)) return null;
  const isSeconds = form === 'epoch';
  if (isSeconds !== text.length < 12) return null;
  return written(new Date(Number(text) * (isSeconds ? ms_per_second : 1)));
}

type Groups = Record<string, string | undefined>;

function yearOf({ year, short }: Groups, firstYear: number | undefined): number {
  if (short !== undefined) return Number(short) + (Number(short) >= 70 ? 1900 : 2000);
  return year === undefined ? (firstYear ?? Number.NaN) : Number(year);
}

function monthOf({ month, name }: Groups): number {
  return name === undefined
    ? Number(month ?? Number.NaN)
    : months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function hourOf({ hour, half }: Groups): number {
  const number = Number(hour);
  return half === undefined ? number : (number % 12) + (/p/i.test(half) ? 12 : 0);
}

const two = (number: number) => String(number).padStart(2, '0');

/** What the server will read; null when the text is not of this form. */
export function readMoment(value: string, form: string, firstYear?: number): ReadMoment | null {
  const text = value.trim();
  if (form === 'epoch' || form === 'epoch_ms') return readEpoch(text, form);
  const found = expressionOf(form)?.exec(text);
  if (!found) return null;
  const groups: Groups = found.groups ?? {};
  const [year, month, day] = [yearOf(groups, firstYear), monthOf(groups), Number(groups.day ?? 1)];
  const date = new Date(Date.UTC(year, month - 1, day, 12));
  if (Number.isNaN(date.getTime()) || date.getUTCMonth() !== month - 1) return null;
  if (groups.hour === undefined) return { day: date.toISOString().slice(0, 10), time: null };
  const [hour, minute] = [hourOf(groups), Number(groups.minute ?? 0)];
  if (hour > 23 || minute > 59) return null;
  return { day: date.toISOString().slice(0, 10), time: `${two(hour)}:${two(minute)}` };
}

/** The first form by which every value is read. */
export function guessForm(values: readonly string[]): string | null {
  const filled = values.filter((value) => value.trim() !== '');
  if (filled.length === 0) return null;
  return forms.find((form) => filled.every((value) => readMoment(value, form) !== null)) ?? null;
}

/** The form by which most values are read, if it is three of four. */
export function guessFormOfMost(values: readonly string[]): string | null {
  const filled = values.filter((value) => value.trim() !== '');
  const readBy = (form: string) =>
    filled.filter((value) => readMoment(value, form) !== null).length;
  const best = forms.toSorted((a, b) => readBy(b) - readBy(a))[0];
  return best !== undefined && filled.length > 0 && readBy(best) * 4 >= filled.length * 3
    ? best
    : null;
}
