// Amounts of money as a person types them.
import type { Money } from '../api/types';
import { digitsOf } from './digits';

export interface AmountFormat {
  /**
   * In the smallest units; null when it is no amount, has more digits than the currency, or could be read in two ways:
   * "1.000" where a point neither groups nor parts.
   */
  read(typed: string, currency: string): number | null;
  /** As it stands in a field. */
  write(money: Money): string;
}

export const minorOfThousand = (currency: string): number => 1000 * 10 ** digitsOf(currency);

const arabic = /[\u0660-\u0669]/g;
const latin = (digit: string) => String(digit.charCodeAt(0) - 0x0660);

/** The whole and the part of what was typed, without separators; null: it is no number, or might be two. */
function partsOf(text: string, decimal: string): [string, string] | null {
  const other = decimal === '.' ? ',' : '.';
  const [whole = '', part = '', ...more] = text.split(decimal);
  if (more.length > 0) return null;
  if (!whole.includes(other)) return [whole, part];
  const groups = whole.split(other);
  const grouped = groups.every((group, at) =>
    at === 0 ? /^\d{1,3}$/.test(group) : /^\d{3}$/.test(group),
  );
  if (grouped) return [groups.join(''), part];
  // The other sign alone, and too few digits behind it for a thousand: of another keyboard.
  const [first = '', last = ''] = groups;
  return groups.length === 2 && part === '' && /^\d{1,2}$/.test(last) ? [first, last] : null;
}

export function amountFormat(locale: string): AmountFormat {
  const signs = new Intl.NumberFormat(locale, { useGrouping: 'always' }).formatToParts(1234.5);
  const sign = (type: string) => signs.find((part) => part.type === type)?.value;
  const decimal = sign('decimal') === ',' ? ',' : '.';
  const groups = sign('group') === (decimal === '.' ? ',' : '.');
  return {
    read(typed, currency) {
      const text = typed
        .replaceAll(arabic, latin)
        .replaceAll(/[\s\u00a0\u202f\u066c'’]/g, '')
        .replaceAll('\u066b', decimal);
      const ambiguous = !groups && /^\d{1,3}[.,]\d{3}$/.test(text) && !text.includes(decimal);
      const parts = ambiguous ? null : partsOf(text, decimal);
      if (parts === null) return null;
      const [whole, part] = parts;
      const digits = digitsOf(currency);
      if (!/^\d{1,13}$/.test(whole) || !/^\d*$/.test(part) || part.length > digits) return null;
      return Number(`${whole}${part.padEnd(digits, '0')}`);
    },
    write({ amount_minor, currency }) {
      const digits = digitsOf(currency);
      const text = (amount_minor / 10 ** digits).toFixed(digits);
      return text.replace(/\.0+$/, '').replace('.', decimal);
    },
  };
}
