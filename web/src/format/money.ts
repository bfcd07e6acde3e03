import type { Money } from '../api/types';

const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
    .maximumFractionDigits ?? 2;

/** What a person typed, in the smallest units; null when it is no amount. A comma may stand for the point. */
export function minorOf(typed: string, currency: string): number | null {
  const text = typed.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  if (!/^\d{1,13}(\.\d*)?$/.test(text)) return null;
  return Math.round(Number(text) * 10 ** digitsOf(currency));
}

/** As it stands in a field. */
export function fieldOf({ amount_minor, currency }: Money): string {
  const digits = digitsOf(currency);
  const text = (amount_minor / 10 ** digits).toFixed(digits);
  return text.replace(/\.0+$/, '');
}

export const minorOfThousand = (currency: string): number => 1000 * 10 ** digitsOf(currency);
