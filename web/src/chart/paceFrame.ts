// The frame of the pace chart: its points, its scales, and gutters as wide as the words in them.
import { type Box, countScale, countTicks, type Direction, type Scale, shareScale } from './box';
import type { Measure } from './labels';
import { paceMax, type PacePoint, pacePoints, type PaceSeries } from './pacePoints';

export interface PaceTexts {
  quota: string;
  /** "160 floor" and "240 stretch"; null where there is none. */
  floor: string | null;
  stretch: string | null;
  done: string;
  expected: string;
  /** "139 likely" and "128 to 151"; null when there is no projection. */
  likely: string | null;
  range: string | null;
  /** Null where there is no band. */
  band: string | null;
  day: (day: string) => string;
  count: (count: number) => string;
}

export interface PaceOptions {
  width: number;
  height: number;
  direction: Direction;
  weekStart: number;
  texts: PaceTexts;
  measure: Measure;
}

export interface PaceFrame {
  series: PaceSeries;
  points: PacePoint[];
  box: Box;
  x: Scale;
  y: Scale;
  ticks: number[];
  /** Length of the plot along the time. */
  length: number;
}

export const LINE_PX = 16;

const GUTTER_GAP_PX = 12;

export function paceFrame(series: PaceSeries, options: PaceOptions): PaceFrame {
  const { width, height, direction, texts, measure } = options;
  const points = pacePoints(series.days);
  const max = paceMax(points, series);
  const ticks = countTicks(max);
  const bold = [texts.quota, texts.likely ?? texts.done].map((text) => measure(text, 600));
  const plain = [texts.range, texts.floor, texts.stretch].map((text) => measure(text ?? ''));
  const end = Math.ceil(Math.max(...bold, ...plain)) + GUTTER_GAP_PX;
  const axis = Math.max(...ticks.map((tick) => measure(texts.count(tick))));
  const start = Math.ceil(axis) + GUTTER_GAP_PX;
  const box = { width, height, top: 20, bottom: 28, start, end };
  return {
    series,
    points,
    box,
    x: shareScale(box, direction),
    y: countScale(box, max),
    ticks,
    length: width - start - end,
  };
}
