import { describe, expect, it } from 'vitest';
import { amountFormat } from '../format/amount';
import { amountsAgreed, blankLine, lineOf, linesOf, wholeOf } from './estimate';

const read = (typed: string) => amountFormat('en').read(typed, 'EUR');

describe('a number that was typed', () => {
  it.each([
    ['2.5', 3, 2500],
    ['2,5', 3, 2500],
    ['1 000', 3, 1_000_000],
    ['12.25', 2, 1225],
  ])('%s', (typed, digits, whole) => expect(wholeOf(typed, digits)).toBe(whole));

  it.each(['', '-1', 'two', '1.2345', '1.2.3', '1e3'])('is none: %s', (typed) =>
    expect(wholeOf(typed, 3)).toBeNull(),
  );
});

describe('a line', () => {
  it('is told in thousandths, minor units and basis points', () => {
    const typed = {
      line: 'gtx',
      description: ' days ',
      quantity: '2.5',
      price: '800',
      discount: '10',
    };
    expect(lineOf(typed, read)).toEqual({
      product_line: 'gtx',
      description: 'days',
      quantity_milli: 2500,
      unit_price_minor: 80_000,
      discount_bp: 1000,
    });
  });

  it.each([
    { price: '' },
    { price: '5', quantity: '0' },
    { price: '5', quantity: 'x' },
    { price: '5', discount: '100.01' },
  ])('is none of %o', (part) => {
    expect(lineOf({ ...blankLine, ...part }, read)).toBeNull();
    expect(
      linesOf(
        [
          { ...blankLine, price: '5' },
          { ...blankLine, ...part },
        ],
        read,
      ),
    ).toBeNull();
  });
});

it('makes the amounts what was agreed, and takes off the others', () => {
  const line = (key: string) => ({ product_line_id: key, key, name: key });
  const euros = (amount_minor: number) => ({ amount_minor, currency: 'EUR' });
  const offer = {
    amounts: [
      { product_line: null, amount: euros(50) },
      { product_line: line('gtx'), amount: euros(700) },
    ],
    amounts_differ: true,
    won_stage: 'won',
    opportunity_version: 4,
  };
  const before = [
    { product_line: line('gtx'), amount: euros(1), assumed: true },
    { product_line: line('old'), amount: euros(2), assumed: false },
  ];
  expect(amountsAgreed(offer, before)).toEqual([
    { product_line: 'old', taken_off: true },
    { amount: euros(50) },
    { product_line: 'gtx', amount: euros(700) },
  ]);
});
