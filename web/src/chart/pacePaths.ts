// The shapes of the pace chart as SVG paths.
import { area, line } from 'd3-shape';
import type { Scale } from './box';
import type { PaceFrame } from './paceFrame';
import { type Dot, doneLine, likelyLine, planBand, planLine, type Span } from './pacePoints';

export interface PacePaths {
  band: string;
  plan: string;
  done: string;
  range: string;
  likely: string;
}

const linePath = (dots: readonly Dot[], x: Scale, y: Scale) =>
  line<Dot>(
    ({ share }) => x(share),
    ({ value }) => y(value),
  )(dots) ?? '';

const areaPath = (spans: readonly Span[], x: Scale, y: Scale) =>
  area<Span>(
    ({ share }) => x(share),
    ({ low }) => y(low),
    ({ high }) => y(high),
  )(spans) ?? '';

export function pacePaths({ points, series, x, y }: PaceFrame): PacePaths {
  const likely = likelyLine(points, series);
  return {
    band: areaPath(planBand(points), x, y),
    plan: linePath(planLine(points), x, y),
    done: linePath(doneLine(points, series), x, y),
    range: areaPath(likely, x, y),
    likely: linePath(likely, x, y),
  };
}
