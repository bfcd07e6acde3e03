// The room of a chart and the two scales in it. Sides are logical: `start` is left, and right in a page from right to
// left, where time runs from right to left as well.
import { scaleLinear } from 'd3-scale';

export type Direction = 'ltr' | 'rtl';

export interface Box {
  width: number;
  height: number;
  top: number;
  bottom: number;
  start: number;
  end: number;
}

export type Scale = (value: number) => number;

/** Pixels of a share of the period (0 its beginning, 1 its end); shares outside are held at the edge. */
export function shareScale(box: Box, direction: Direction): Scale {
  const left = direction === 'rtl' ? box.end : box.start;
  const right = box.width - (direction === 'rtl' ? box.start : box.end);
  const range = direction === 'rtl' ? [right, left] : [left, right];
  return scaleLinear([0, 1], range).clamp(true);
}

/** Pixels of a count; 0 is the floor. An empty or negative maximum still gives a scale. */
export function countScale(box: Box, max: number): Scale {
  return scaleLinear([0, max > 0 ? max : 1], [box.height - box.bottom, box.top]).clamp(true);
}

/** Three to five round values from 0 up to `max`, none above it; whole numbers only. */
export function countTicks(max: number): number[] {
  if (!(max > 0)) return [0];
  return scaleLinear([0, max], [0, 1])
    .ticks(4)
    .filter((tick) => Number.isInteger(tick) && tick <= max);
}

/** The point nearest to `x`; -1 for no points. */
export function nearest(positions: readonly number[], x: number): number {
  let best = -1;
  positions.forEach((position, index) => {
    if (best < 0 || Math.abs(position - x) < Math.abs((positions[best] ?? 0) - x)) best = index;
  });
  return best;
}
