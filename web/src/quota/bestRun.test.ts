import { expect, it } from 'vitest';
import { bestRun } from './bestRun';

const day = (n: number, counted: number, minutes = 480) => ({
  day: `2026-11-0${n}`,
  minutes,
  counted,
});
const days = [day(1, 2), day(2, 5), day(3, 9, 0), day(4, 6), day(5, 1), day(6, 9)];

it.each([
  [1, 6],
  [2, 5.5],
  [4, 3.5],
  [5, null],
  [0, null],
])('of %i days is %j', (length, best) => {
  expect(bestRun(days, length, '2026-11-06')).toBe(best);
});
