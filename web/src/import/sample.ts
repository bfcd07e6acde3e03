// The beginning of a file as rows, read in the browser so that a wrong encoding or separator is seen at once.

export const sample_bytes = 65_536;

export const encodings = {
  utf_8: 'utf-8',
  utf_16_le: 'utf-16le',
  utf_16_be: 'utf-16be',
  windows_1250: 'windows-1250',
  windows_1251: 'windows-1251',
  windows_1252: 'windows-1252',
  windows_1256: 'windows-1256',
} as const;

export type Encoding = keyof typeof encodings;

export const isEncoding = (word: string): word is Encoding => word in encodings;

/** A character that the end of the sample cuts in two is left out. */
export const decode = (bytes: Uint8Array, encoding: Encoding): string =>
  new TextDecoder(encodings[encoding]).decode(bytes, { stream: true });

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

const high = 0x80;
/** а е и о с т, and alif, lam, mim, nun, waw, ya: what most words of the alphabet hold. */
const cyrillic = new Set([0xe0, 0xe5, 0xe8, 0xee, 0xf1, 0xf2]);
const arabic = new Set([0xc7, 0xe1, 0xe3, 0xe4, 0xe6, 0xed]);
/** ő, ű, ł, ą, ľ and their capitals: of Central Europe only. */
const central = new Set([0xd5, 0xf5, 0xdb, 0xfb, 0xb3, 0xa3, 0xb9, 0xa5, 0xbe, 0xbc]);

const share = (bytes: readonly number[], of: ReadonlySet<number>) =>
  bytes.filter((byte) => of.has(byte)).length;

/** Whole words of high bytes are of another alphabet; single ones are accents. */
function guessOneByte(bytes: Uint8Array): Encoding {
  const highs: number[] = [];
  let runs = 0;
  for (const [at, byte] of bytes.entries()) {
    if (byte < high) continue;
    highs.push(byte);
    if ((bytes[at - 1] ?? 0) < high) runs += 1;
  }
  const average = runs === 0 ? 0 : highs.length / runs;
  if (average >= 2.5) {
    return share(highs, arabic) > share(highs, cyrillic) ? 'windows_1256' : 'windows_1251';
  }
  return share(highs, central) > 0 ? 'windows_1250' : 'windows_1252';
}

export function guessEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf_16_le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf_16_be';
  return isUtf8(bytes) ? 'utf_8' : guessOneByte(bytes);
}

/** Rows of values. A row that the end of the sample cuts off is left out. */
export function rowsOf(text: string, separator: string, isWhole = true): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let value = '';
  let quoted = false;
  const endRow = () => {
    row.push(value);
    if (row.length > 1 || value !== '') rows.push(row);
    row = [];
    value = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (quoted) {
      if (sign !== '"') value += sign;
      else if (text[at + 1] === '"') {
        value += sign;
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && value === '') quoted = true;
    else if (sign === separator) {
      row.push(value);
      value = '';
    } else if (sign === '\n') endRow();
    else if (sign !== '\r') value += sign;
  }
  if (isWhole && (value !== '' || row.length > 0)) endRow();
  return rows;
}

export const separators = [',', ';', '\t', '|'] as const;

const looked_at_rows = 20;

/** The one that gives the most columns, as many in every row. */
export function guessSeparator(text: string): string {
  const widths = separators.map((separator) => {
    const rows = rowsOf(text, separator).slice(0, looked_at_rows);
    const width = rows[0]?.length ?? 1;
    const same = rows.filter((row) => row.length === width).length;
    return { separator, points: width > 1 ? width * (same / Math.max(rows.length, 1)) ** 2 : 0 };
  });
  const best = widths.reduce((one, other) => (other.points > one.points ? other : one));
  return best.separator;
}
