// The last twelve periods as attainment, 35 to 125 per cent, in 50 x 28.
import { line } from 'd3-shape';
import type { Direction } from './box';

export const SPARK = { width: 50, height: 28, lowest: 0.35, highest: 1.25, periods: 12 };

const PAD_PX = 3;

export interface SparkLayout {
  path: string;
  quotaY: number;
  end: { x: number; y: number };
}

/** Oldest first; null for fewer than two periods, since one is no course. */
export function sparkLayout(
  attainments: readonly number[],
  direction: Direction,
): SparkLayout | null {
  const shown = attainments.slice(-SPARK.periods);
  if (shown.length < 2) return null;
  const length = SPARK.width - 2 * PAD_PX;
  const y = (value: number) => {
    const held = Math.min(Math.max(value, SPARK.lowest), SPARK.highest);
    return (
      PAD_PX +
      ((SPARK.highest - held) / (SPARK.highest - SPARK.lowest)) * (SPARK.height - 2 * PAD_PX)
    );
  };
  const dots = shown.map((value, index) => {
    const along = PAD_PX + (index / (shown.length - 1)) * length;
    return { x: direction === 'rtl' ? SPARK.width - along : along, y: y(value) };
  });
  const end = dots.at(-1);
  if (!end) return null;
  return {
    path:
      line<(typeof dots)[number]>(
        (dot) => dot.x,
        (dot) => dot.y,
      )(dots) ?? '',
    quotaY: y(1),
    end,
  };
}
