import { describe, expect, it } from 'vitest';
import { fieldOf, minorOf } from '../format/money';
import { pipelinePlace } from './place';
import { sortAfter, sortOf, textOf } from './table';

describe('an amount that was typed', () => {
  it.each([
    ['12', 'EUR', 1200],
    ['12,5', 'EUR', 1250],
    ['1 200.05', 'EUR', 120_005],
    ['300', 'JPY', 300],
    ['1.234', 'KWD', 1234],
  ])('%s %s', (typed, currency, minor) => expect(minorOf(typed, currency)).toBe(minor));

  it.each(['', 'ten', '-5', '1.2.3', '1e5'])('is none: %s', (typed) =>
    expect(minorOf(typed, 'EUR')).toBeNull(),
  );

  it('comes back as it went in', () => {
    expect(fieldOf({ amount_minor: 120_005, currency: 'EUR' })).toBe('1200.05');
    expect(fieldOf({ amount_minor: 120_000, currency: 'EUR' })).toBe('1200');
  });
});

it('leaves out of the address what is not understood', () => {
  expect(
    pipelinePlace({ view: 'table', closes: 'never', rep: '7', needs: 'no', find: '' }),
  ).toEqual({ view: 'table', rep: '7' });
});

describe('the order of the table', () => {
  it('begins with the largest, and turns round', () => {
    expect(sortOf('nonsense')).toEqual({ by: 'value', down: true });
    expect(textOf(sortAfter(sortOf('-value'), 'value'))).toBe('value');
    expect(textOf(sortAfter(sortOf('-value'), 'close'))).toBe('close');
  });
});
