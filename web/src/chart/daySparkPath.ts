// A bar a day in 48 x 12, the highest as high as the picture.
import type { Direction } from './box';

export const DAY_SPARK = { width: 48, height: 12, widest: 6 };

const GAP = 0.3;
const round = (value: number): number => Math.round(value * 100) / 100;

/** Null where nothing was counted: an empty picture says nothing that a zero does not say. */
export function daySparkPath(counts: readonly number[], direction: Direction): string | null {
  const most = Math.max(0, ...counts);
  if (most === 0) return null;
  const step = Math.min(DAY_SPARK.width / counts.length, DAY_SPARK.widest);
  const bar = round(step * (1 - GAP));
  return counts
    .map((count, index) => {
      const height = round((count / most) * DAY_SPARK.height);
      const start = direction === 'rtl' ? DAY_SPARK.width - (index + 1) * step : index * step;
      return height > 0 ? `M${round(start)} ${DAY_SPARK.height}v${-height}h${bar}v${height}z` : '';
    })
    .join('');
}
