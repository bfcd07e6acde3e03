import { describe, expect, it } from 'vitest';
import { barShares } from './barShare';
import { SPARK, sparkLayout } from './sparkLayout';

describe('sparkLayout', () => {
  it('draws the last twelve and ends at the last', () => {
    const periods = Array.from({ length: 20 }, (_, index) => 0.5 + index * 0.02);
    const layout = sparkLayout(periods, 'ltr');
    expect(layout?.path.match(/[ML]/g)).toHaveLength(12);
    expect(layout?.end.x).toBe(47);
  });

  it('holds what is far away inside the picture', () => {
    const layout = sparkLayout([0, 9], 'ltr');
    expect(layout?.end.y).toBeGreaterThanOrEqual(0);
    expect(layout?.path).toContain(String(SPARK.height - 3));
  });

  it('is mirrored from right to left', () => {
    expect(sparkLayout([1, 1.1], 'rtl')?.end.x).toBe(3);
  });

  it('is nothing for one period or none', () => {
    expect(sparkLayout([1], 'ltr')).toBeNull();
    expect(sparkLayout([], 'ltr')).toBeNull();
  });
});

describe('barShares', () => {
  it('measures against the longest', () => {
    expect(barShares([2.7, 1.35, 0])).toEqual([1, 0.5, 0]);
  });

  it('keeps something visible of something', () => {
    expect(barShares([1000, 1])[1]).toBe(0.01);
  });

  it('is 0 where all are 0', () => {
    expect(barShares([0, 0])).toEqual([0, 0]);
    expect(barShares([])).toEqual([]);
  });
});
