import { describe, expect, it } from 'vitest';
import { amountFormat } from '../format/amount';
import { agreedAmounts } from './agreed';
import { pipelinePlace } from './place';
import { sortAfter, sortOf, textOf } from './table';

describe('what was agreed', () => {
  const { read } = amountFormat('en-GB');
  const gtx = { product_line_id: '1', key: 'gtx', name: 'GTX' };
  const amount = { amount_minor: 500, currency: 'EUR' };
  const of = { amounts: [{ product_line: gtx, amount, assumed: true }] };

  it('takes off the line that stood there before', () => {
    const rows = [{ line: 'plus', typed: '1,200', currency: 'EUR' }];
    expect(agreedAmounts(rows, of, read)).toEqual([
      { product_line: 'plus', amount: { amount_minor: 120_000, currency: 'EUR' } },
      { product_line: 'gtx', taken_off: true },
    ]);
    expect(agreedAmounts([{ line: 'gtx', typed: '7', currency: 'EUR' }], of, read)).toEqual([
      { product_line: 'gtx', amount: { amount_minor: 700, currency: 'EUR' } },
    ]);
  });

  it('is not told when a line comes twice, or something is no amount', () => {
    const row = { line: 'gtx', typed: '7', currency: 'EUR' };
    expect(agreedAmounts([row, row], of, read)).toBeNull();
    expect(agreedAmounts([{ ...row, typed: 'ten' }], of, read)).toBeNull();
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
