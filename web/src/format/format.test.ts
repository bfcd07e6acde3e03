import { describe, expect, it } from 'vitest';
import { i18nIn } from '../../test/language';
import { languageFacts, type Language } from '../i18n/languages';
import { createFormat, oddsOf } from './index';

async function formatIn(language: Language) {
  return createFormat(await i18nIn(language), languageFacts[language].locale, 'Europe/Sofia');
}

const quarter = { key: '2026-Q4', from: '2026-10-01', to: '2027-01-01' };
const week = { key: '2026-W48', from: '2026-11-23', to: '2026-11-30' };
const month = { key: '2026-11', from: '2026-11-01', to: '2026-12-01' };
const now = new Date('2026-11-27T07:40:00Z');

describe('odds', () => {
  it.each([
    [0.12, '1 in 8'],
    [0.25, '1 in 4'],
    [0.3, '3 in 10'],
    [0.5, '5 in 10'],
    [0.63, '6 in 10'],
    [0.93, '9 in 10'],
    [0.95, '19 in 20'],
    [0.98, '98 in 100'],
    [0.01, '1 in 100'],
    [0.009, '< 1%'],
    [0.995, '> 99%'],
  ])('%f is %s', async (chance, words) => {
    expect((await formatIn('en')).chance.odds(chance)).toBe(words);
  });

  it('never say 0 or 10 in 10', () => {
    for (let chance = 0; chance <= 1; chance += 0.001) {
      const odds = oddsOf(chance);
      if (odds !== null) expect(odds.part > 0 && odds.part < odds.of).toBe(true);
    }
  });

  it('are told in Arabic with Latin digits', async () => {
    expect((await formatIn('ar')).chance.odds(0.12)).toBe('1 من 8');
  });
});

describe('chance', () => {
  it('has a word for every part of the scale', async () => {
    const { chance } = await formatIn('en');
    const words = [0.04, 0.12, 0.25, 0.5, 0.7, 0.9, 0.97].map(chance.words);
    expect(words).toEqual([
      'very unlikely',
      'unlikely',
      'less likely than not',
      'a coin flip',
      'likely',
      'very likely',
      'almost certain',
    ]);
  });

  it('is never 0% or 100% in a table', async () => {
    const { chance } = await formatIn('en');
    expect([0, 0.12, 1].map(chance.percent)).toEqual(['< 1%', '12%', '> 99%']);
  });
});

describe('numbers', () => {
  it('group thousands and shorten rates', async () => {
    const { number } = await formatIn('en');
    expect(number.count(1514)).toBe('1,514');
    expect([0.39, 2.7, 53.4, 0].map(number.perDay)).toEqual(['0.39', '2.7', '53', '0']);
  });

  it('shorten money to whole thousands', async () => {
    const { number } = await formatIn('en');
    expect(number.moneyShort({ amount_minor: 5_800_000, currency: 'EUR' })).toBe('€58k');
    expect(number.moneyShort({ amount_minor: 129_000_000, currency: 'EUR' })).toBe('€1.3m');
    expect(number.moneyExact({ amount_minor: 96_000, currency: 'EUR' })).toBe('€960.00');
    expect(number.moneyExact({ amount_minor: 960, currency: 'JPY' })).toBe('¥960');
  });

  it('are things, or money of a currency in whole units', async () => {
    const { number } = await formatIn('en');
    expect(number.much(null).count(1514)).toBe('1,514');
    const euros = number.much('EUR');
    expect(euros.count(5_000_000)).toBe('€50,000');
    expect(euros.brief(5_181_800)).toBe('€52k');
    expect(number.brief(5_181)).toBe('5,181');
    expect(euros.perDay(123_456)).toBe('€1,235');
    expect(euros.signed(-11_900_000)).toBe('-€119,000');
    expect(euros.signed(100_000)).toBe('+€1,000');
  });

  it('keep Latin digits in Arabic', async () => {
    expect((await formatIn('ar')).number.count(1514)).toBe('1,514');
  });
});

describe('dates', () => {
  it('stand in the zone of the person', async () => {
    const { date } = await formatIn('en');
    expect(date.time('2026-11-27T07:31:00Z')).toBe('09:31');
    expect(date.time('2026-11-26T22:30:00Z')).toBe('00:30');
    expect(date.dayOf('2026-11-26T22:30:00Z')).toBe('2026-11-27');
    expect(date.dayTime('2026-11-26T14:12:00Z')).toBe('26 Nov 16:12');
  });

  it('name the day without commas', async () => {
    expect((await formatIn('en')).date.dayLong('2026-11-27')).toBe('Friday 27 November');
    expect((await formatIn('ar')).date.dayLong('2026-11-27')).toBe('الجمعة 27 نوفمبر');
  });
});

describe('periods', () => {
  it('are short beside a name', async () => {
    const { span } = await formatIn('en');
    expect(span.period('quarter', quarter, '2026-11-27')).toBe('Q4');
    expect(span.period('week', week, '2026-11-27')).toBe('this week');
    expect(span.period('week', week, '2026-12-01')).toBe('23 Nov to 29 Nov');
    expect(span.period('month', month, '2026-11-27')).toBe('November');
  });

  it('are whole when they stand alone', async () => {
    expect((await formatIn('en')).span.periodLong('quarter', quarter)).toBe('Q4 2026');
    expect((await formatIn('ar')).span.periodLong('quarter', quarter)).toBe('الربع الرابع 2026');
  });
});

describe('time passed', () => {
  it.each([
    ['2026-11-27T07:40:20Z', '0 min'],
    ['2026-11-27T06:58:00Z', '42 min'],
    ['2026-11-27T04:30:00Z', '3 h'],
    ['2026-11-25T07:00:00Z', '2 d'],
  ])('%s is %s', async (then, words) => {
    expect((await formatIn('en')).span.ago(then, now)).toBe(words.replace(' ', '\u00a0'));
  });

  it('is minutes and seconds for a duration', async () => {
    const { span } = await formatIn('en');
    expect([12, 271, 3605].map(span.duration)).toEqual(['0:12', '4:31', '1 h']);
  });
});
