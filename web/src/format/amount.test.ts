import { describe, expect, it } from 'vitest';
import { languages, languageFacts } from '../i18n/languages';
import { amountFormat } from './amount';
import { minorOf } from './money';
import { numberFormat } from './number';

it('of a currency without coins in use still has its two digits', () => {
  const { moneyExact } = numberFormat('hu');
  const told = (amount_minor: number, currency: string) =>
    moneyExact({ amount_minor, currency }).replaceAll(/\s/g, '');
  expect(told(123_400, 'HUF')).toBe('1234Ft');
  expect(told(123_450, 'ALL')).toContain('1234,5');
});

it('without a language is refused where it has two meanings', () => {
  expect(minorOf('1,000', 'EUR')).toBeNull();
  expect(minorOf('1000,5', 'EUR')).toBe(100_050);
  expect(minorOf('12', 'HUF')).toBe(1200);
});

describe('an amount that was typed', () => {
  it.each([
    ['en-GB', '12', 'EUR', 1200],
    ['en-GB', '12,5', 'EUR', 1250],
    ['en-GB', '1,000', 'EUR', 100_000],
    ['en-GB', '1,234,567.8', 'EUR', 123_456_780],
    ['en-GB', '1 200.05', 'EUR', 120_005],
    ['en-GB', '300', 'JPY', 300],
    ['en-GB', '1.234', 'KWD', 1234],
    ['bg', '1000,5', 'EUR', 100_050],
    ['bg', '1\u00a0000,50', 'EUR', 100_050],
    ['bg', '12.5', 'EUR', 1250],
    ['hu', '1.234.567,5', 'EUR', 123_456_750],
    ['hu', '1 200', 'HUF', 120_000],
    ['ar-u-nu-latn', '1,000', 'EUR', 100_000],
    ['ar-u-nu-latn', '\u0661\u066c\u0660\u0660\u0660\u066b\u0665', 'EUR', 100_050],
  ])('in %s %s %s', (locale, typed, currency, minor) =>
    expect(amountFormat(locale).read(typed, currency)).toBe(minor),
  );

  it.each([
    ['en-GB', ''],
    ['en-GB', 'ten'],
    ['en-GB', '-5'],
    ['en-GB', '1.2.3'],
    ['en-GB', '1e5'],
    ['en-GB', '1,00,0'],
    ['en-GB', '1.999'],
    ['bg', '1.000'],
    ['ru', '1.000'],
  ])('in %s is none: %s', (locale, typed) =>
    expect(amountFormat(locale).read(typed, 'EUR')).toBeNull(),
  );

  it.each(languages)('comes back as it went in, in %s', (language) => {
    const { read, write } = amountFormat(languageFacts[language].locale);
    for (const currency of ['EUR', 'JPY', 'KWD'])
      for (const amount_minor of [0, 7, 1234, 120_000, 120_005])
        expect(read(write({ amount_minor, currency }), currency)).toBe(amount_minor);
  });
});
