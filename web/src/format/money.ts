import type { Money } from '../api/types';
import { digitsOf } from './digits';

/**
 * What a person typed, in the smallest units; null when it is no amount, or could be read in two ways, as "1,000". A
 * comma may stand for the point. Where the language is known, `amount.ts` reads more.
 */
export function minorOf(typed: string, currency: string): number | null {
  const text = typed.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  const digits = digitsOf(currency);
  const [whole = '', part = ''] = text.split('.');
  if (!/^\d{1,13}(\.\d*)?$/.test(text) || part.length > digits) return null;
  return Number(`${whole}${part.padEnd(digits, '0')}`);
}

/** As it stands in a field. */
export function fieldOf({ amount_minor, currency }: Money): string {
  const digits = digitsOf(currency);
  const text = (amount_minor / 10 ** digits).toFixed(digits);
  return text.replace(/\.0+$/, '');
}
