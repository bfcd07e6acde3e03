import { describe, expect, it } from 'vitest';
import { DAY_SPARK, daySparkPath } from './daySparkPath';

describe('daySparkPath', () => {
  it('has a bar for each day that counted, the highest as high as the picture', () => {
    const path = daySparkPath([2, 0, 4], 'ltr');
    expect(path?.match(/z/g)).toHaveLength(2);
    expect(path).toBe('M0 12v-6h4.2v6zM12 12v-12h4.2v12z');
  });

  it('fits a quarter of days', () => {
    const path = daySparkPath(Array<number>(92).fill(1), 'ltr');
    const starts = [...(path?.matchAll(/M([\d.]+)/g) ?? [])].map(([, x]) => Number(x));
    expect(Math.max(...starts)).toBeLessThan(DAY_SPARK.width);
  });

  it('begins on the right from right to left', () => {
    expect(daySparkPath([1], 'rtl')).toBe('M42 12v-12h4.2v12z');
  });

  it('is nothing without a day or without a count', () => {
    expect(daySparkPath([], 'ltr')).toBeNull();
    expect(daySparkPath([0, 0], 'ltr')).toBeNull();
  });
});
