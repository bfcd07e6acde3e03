import type { Money } from '../api/types';
import { digitsOf } from './digits.ts';

/** How much: of things, or of money. */
export interface MuchFormat {
  count(value: number): string;
  /** For a narrow place: money as moneyShort(), things as they are. */
  brief(value: number): string;
  signed(value: number): string;
  perDay(value: number): string;
}

export interface NumberFormat extends MuchFormat {
  /** 1,234; a fraction keeps at most one digit. */
  count(value: number): string;
  /** A change: +3, −1. */
  signed(value: number): string;
  /** Per working day: 0.39, 2.7, 53. */
  perDay(value: number): string;
  /** 0.92 is 92%. */
  percent(share: number): string;
  moneyExact(money: Money): string;
  /** Whole thousands, tenths of millions: €58k, €1.3m. */
  moneyShort(money: Money): string;
  /** Minor units as whole money: €1,234; without a currency things. */
  much(currency: string | null): MuchFormat;
}

function digitsPerDay(value: number): number {
  if (value >= 9.95) return 0;
  return value >= 0.995 || value === 0 ? 1 : 2;
}

const isMillions = ({ amount_minor, currency }: Money) =>
  Math.abs(amount_minor) >= 1_000_000 * 10 ** digitsOf(currency);

type CompactWords = Partial<Record<string, string>>;

/** What stands for thousands and millions where Intl was asked for another language (`languageFacts`). */
export const compactWords: Partial<Record<string, CompactWords>> = {
  en: { K: 'k' },
  sq: { 'хил.': 'mijë', 'млн.': 'mln', 'млрд.': 'mld' },
};

export function numberFormat(locale: string, compact: CompactWords = {}): NumberFormat {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const sign = new Intl.NumberFormat(locale, {
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  });
  const share = new Intl.NumberFormat(locale, { style: 'percent' });
  const perDay = [0, 1, 2].map(
    (digits) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }),
  );
  // Making one takes far longer than using it, and a board has many amounts.
  const formats = new Map<string, Intl.NumberFormat>();
  const formatOf = (currency: string, options: Intl.NumberFormatOptions) => {
    const key = [
      currency,
      options.notation,
      options.signDisplay,
      options.maximumFractionDigits,
    ].join(' ');
    const known = formats.get(key);
    if (known !== undefined) return known;
    const made = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      ...options,
    });
    formats.set(key, made);
    return made;
  };
  const money = (amount: Money, options: Intl.NumberFormatOptions) =>
    formatOf(amount.currency, options)
      .formatToParts(amount.amount_minor / 10 ** digitsOf(amount.currency))
      .map(({ type, value }) => (type === 'compact' ? (compact[value] ?? value) : value))
      .join('');

  const moneyShort = (amount: Money) =>
    money(amount, { notation: 'compact', maximumFractionDigits: isMillions(amount) ? 1 : 0 });

  const things: MuchFormat = {
    count: (value) => whole.format(value),
    brief: (value) => whole.format(value),
    signed: (value) => sign.format(value),
    perDay: (value) => perDay[digitsPerDay(value)]?.format(value) ?? '',
  };
  const wholeMoney = (currency: string): MuchFormat => {
    const round = { maximumFractionDigits: 0 };
    const count = (amount_minor: number) => money({ amount_minor, currency }, round);
    return {
      count,
      brief: (amount_minor) => moneyShort({ amount_minor, currency }),
      perDay: count,
      signed: (amount_minor) =>
        money({ amount_minor, currency }, { ...round, signDisplay: 'exceptZero' }),
    };
  };

  return {
    ...things,
    much: (currency) => (currency === null ? things : wholeMoney(currency)),
    percent: (value) => share.format(value),
    moneyExact: (amount) => money(amount, { maximumFractionDigits: digitsOf(amount.currency) }),
    moneyShort,
  };
}
