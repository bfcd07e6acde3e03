import { expect, it } from 'vitest';
import type { PaceDay } from '../api/types';
import { bestRun } from './bestRun';

const day = (n: number, counted: number, kind: PaceDay['kind'] = 'work') => ({
  day: `2026-11-0${n}`,
  kind,
  counted,
});
const days = [day(1, 2), day(2, 5), day(3, 9, 'off'), day(4, 6), day(5, 1), day(6, 9)];

it.each([
  [1, 6],
  [2, 5.5],
  [4, 3.5],
  [5, null],
  [0, null],
])('of %i days is %j', (length, best) => {
  expect(bestRun(days, length, '2026-11-06')).toBe(best);
});
