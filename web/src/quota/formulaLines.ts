// How a pace is counted, line by line with the numbers put in. A line whose sum would not give the figure that the
// server says (a ramp, hours of today) shows the figure alone.
import type { PaceDetail } from '../api/types';
import type { Format } from '../format';

export interface FormulaLine {
  key: 'expected' | 'pace' | 'so_far' | 'needed';
  /** "150 × 40 / 63", or null. */
  sum: string | null;
  figure: string;
}

const near = (computed: number, said: number) =>
  Math.abs(computed - said) <= Math.max(0.06, Math.abs(said) * 0.02);

export function formulaLines(pace: PaceDetail, { number }: Format): FormulaLine[] {
  const { amount, counted, expected_by_now: expected, pace_ratio, working_days } = pace;
  const { elapsed, left, total } = working_days;
  const n = number.count;
  const much = number.much(pace.rule.currency);
  const line = (
    key: FormulaLine['key'],
    sum: string,
    computed: number,
    said: number | null,
    figure: (said: number) => string,
  ) =>
    said === null ? [] : [{ key, sum: near(computed, said) ? sum : null, figure: figure(said) }];
  return [
    ...line(
      'expected',
      `${much.count(amount)} × ${n(elapsed)} / ${n(total)}`,
      (amount * elapsed) / total,
      expected,
      much.count,
    ),
    ...line(
      'pace',
      `${much.count(counted)} / ${much.count(expected)}`,
      counted / expected,
      pace_ratio,
      number.percent,
    ),
    ...line(
      'so_far',
      `${much.count(counted)} / ${n(elapsed)}`,
      counted / elapsed,
      pace.so_far_per_day,
      much.perDay,
    ),
    ...line(
      'needed',
      `(${much.count(amount)} − ${much.count(counted)}) / ${n(left)}`,
      (amount - counted) / left,
      pace.needed_per_day,
      much.perDay,
    ),
  ];
}
