import { describe, expect, it } from 'vitest';
import type { Standing } from '../api/pipelineTypes';
import { standingPlace } from './place';
import { figuresOf, periodsAround, segmentsOf } from './standing';

const money = (amount_minor: number) => ({ amount_minor, currency: 'EUR' });
const range = (mean: number, low: number, high: number) => ({
  mean: money(mean),
  low: money(low),
  high: money(high),
  method: 'stage_win_share',
});
const standing = (quota: number | null) =>
  ({
    sold: money(60),
    expected: range(24, 10, 40),
    book: range(10, 7, 20),
    quota: quota === null ? null : money(quota),
  }) as Standing;

describe('the figures of a standing', () => {
  it('add up to the quota', () => {
    const figures = figuresOf(standing(100));
    expect(figures).toEqual({
      sold: 60,
      low: 17,
      mean: 34,
      high: 60,
      quota: 100,
      to_build: 6,
      over: 0,
    });
    const { segments, quota_at } = segmentsOf(figures);
    expect(quota_at).toBeCloseTo(100 / 120);
    expect(
      segments.map(({ kind, from, to }) => [kind, Math.round(from * 120), Math.round(to * 120)]),
    ).toEqual([
      ['sold', 0, 60],
      ['low', 60, 77],
      ['mean', 77, 94],
      ['high', 94, 120],
      ['to_build', 94, 100],
    ]);
  });

  it('say what is over, and leave out the quota that nobody told', () => {
    expect(figuresOf(standing(90))).toMatchObject({ to_build: 0, over: 4 });
    expect(segmentsOf(figuresOf(standing(null))).quota_at).toBeNull();
  });
});

it('offers the periods around a day', () => {
  const all = periodsAround('2026-02-10');
  expect(all.map(({ key }) => key)).toEqual([
    ...['2026-Q2', '2026-Q1', '2025-Q4', '2025-Q3', '2025-Q2', '2025-Q1'],
    ...['2026-03', '2026-02', '2026-01', '2025-12', '2025-11', '2025-10'],
  ]);
  expect(all[2]).toMatchObject({ from: '2025-10-01', to: '2026-01-01' });
});

it('leaves out of the address what is not understood', () => {
  expect(
    standingPlace({ whose: 'rep 7', period: 'soon', as_of: '2026-11-01', quota: '-4', line: '' }),
  ).toEqual({ whose: 'rep 7', as_of: '2026-11-01' });
  const of_a_territory = { whose: 'territory 3', stored: 'booked' };
  expect(standingPlace(of_a_territory)).toEqual(of_a_territory);
  expect(standingPlace({ whose: 'account 3', stored: '' })).toEqual({});
});
