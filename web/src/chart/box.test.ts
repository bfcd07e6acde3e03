import { describe, expect, it } from 'vitest';
import { type Box, countScale, countTicks, nearest, shareScale } from './box';

const box: Box = { width: 700, height: 272, top: 12, bottom: 28, start: 40, end: 100 };

describe('shareScale', () => {
  it('runs from the start gutter to the end gutter', () => {
    const x = shareScale(box, 'ltr');
    expect([x(0), x(0.5), x(1)]).toEqual([40, 320, 600]);
  });

  it('is the mirror image from right to left', () => {
    const ltr = shareScale(box, 'ltr');
    const rtl = shareScale(box, 'rtl');
    for (const share of [0, 0.2, 0.63, 1]) expect(rtl(share)).toBeCloseTo(box.width - ltr(share));
  });

  it('holds what lies outside at the edge', () => {
    const x = shareScale(box, 'ltr');
    expect([x(-0.1), x(1.1)]).toEqual([40, 600]);
  });
});

describe('countScale', () => {
  it('has 0 on the floor and the maximum at the top', () => {
    const y = countScale(box, 150);
    expect([y(0), y(150)]).toEqual([244, 12]);
  });

  it('is still a scale when there is nothing to scale', () => {
    expect(countScale(box, 0)(0)).toBe(244);
  });
});

describe('countTicks', () => {
  it.each([
    [165, [0, 50, 100, 150]],
    [5, [0, 1, 2, 3, 4, 5]],
    [1, [0, 1]],
    [0, [0]],
    [-3, [0]],
    [Number.NaN, [0]],
  ])('of %d', (max, ticks) => {
    expect(countTicks(max)).toEqual(ticks);
  });
});

describe('nearest', () => {
  it('is the closest of the positions, in any order', () => {
    expect(nearest([600, 320, 40], 300)).toBe(1);
  });

  it('is nothing where there is nothing', () => {
    expect(nearest([], 300)).toBe(-1);
  });
});
