import type { I18n } from '@lingui/core';
import { type AmountFormat, amountFormat } from './amount';
import { chanceFormat, type ChanceFormat } from './chance';
import { dateFormat, type DateFormat } from './date';
import { compactWords, numberFormat, type NumberFormat } from './number';
import { spanFormat, type SpanFormat } from './span';

export interface Format {
  number: NumberFormat;
  date: DateFormat;
  span: SpanFormat;
  chance: ChanceFormat;
  amount: AmountFormat;
}

/** Everything a person reads as a figure, a date or a chance goes through here. */
export function createFormat(i18n: I18n, locale: string, zone: string): Format {
  const number = numberFormat(locale, compactWords[i18n.locale]);
  const date = dateFormat(i18n, locale, zone);
  return {
    number,
    date,
    span: spanFormat(i18n, date),
    chance: chanceFormat(i18n, number.percent),
    amount: amountFormat(locale),
  };
}
