// Where the words of the pace chart stand.
import { bandSpot } from './bandLabel';
import { dateTicks, type DateTick } from './dateTicks';
import { keepClear, keepInside, type Label, spreadLabels, wrapWords } from './labels';
import { type NowLabel, nowLabels } from './nowLabels';
import { LINE_PX, type PaceFrame, type PaceOptions } from './paceFrame';
import { doneLine, likelyLine, planBand, planLine, type Span } from './pacePoints';

export interface EndLabel extends Label {
  key: 'quota' | 'floor' | 'stretch' | 'likely' | 'done';
}

export interface DateLabel extends DateTick, Label {
  text: string;
}

export interface BandLabel {
  x: number;
  y: number;
  lines: string[];
}

const BAND_TEXT_PX = 150;

/** The quota and its grades stand at their lines; what is likely has its first line at its own height if there is room. */
export function endLabels({ series, points, box, y }: PaceFrame, hasRange: boolean): EndLabel[] {
  const labels: EndLabel[] = [
    { key: 'quota', at: y(series.amount), size: LINE_PX },
    ...series.grades.map(({ key, at }) => ({ key, at: y(at), size: LINE_PX })),
  ];
  const likely = likelyLine(points, series).at(-1);
  const done = series.now ? undefined : doneLine(points, series).at(-1);
  const lines = hasRange ? 2 : 1;
  if (likely) {
    const at = y(likely.value) + ((lines - 1) * LINE_PX) / 2;
    labels.push({ key: 'likely', at, size: lines * LINE_PX });
  }
  if (done) labels.push({ key: 'done', at: y(done.value), size: LINE_PX });
  return keepInside(spreadLabels(labels, 'quota'), 0, box.height - box.bottom + LINE_PX / 2);
}

export function dateLabels(
  frame: PaceFrame,
  { texts, measure, weekStart }: PaceOptions,
): DateLabel[] {
  const { points, series, x, box } = frame;
  const labels = dateTicks(points, series.now, weekStart).map((tick) => {
    const text = texts.day(tick.day);
    const size = measure(text, tick.edge === 'today' ? 600 : 450);
    const at = Math.min(Math.max(x(tick.share), size / 2), box.width - size / 2);
    return { ...tick, key: `${tick.day} ${tick.edge ?? ''}`, at, size, text };
  });
  return keepClear(labels);
}

export function todayLabels(
  frame: PaceFrame,
  { texts, measure }: PaceOptions,
): (NowLabel & { x: number })[] {
  const { series, points, box, x, y, length } = frame;
  if (!series.now) return [];
  const width = { done: measure(texts.done, 600), expected: measure(texts.expected) };
  const room = { length, top: 0, floor: box.height - box.bottom, y, width };
  const levels = [series.amount, ...series.grades.map(({ at }) => at)].map((value) =>
    [0, 1].map((share) => ({ share, value })),
  );
  const lines = [doneLine(points, series), planLine(points), likelyLine(points, series), ...levels];
  const labels = nowLabels(series.now, lines, room);
  return labels.map((label) => ({ ...label, x: x(label.along / length) }));
}

const highs = (spans: readonly Span[]) => spans.map(({ share, high }) => ({ share, value: high }));

export function bandLabel(
  frame: PaceFrame,
  today: readonly NowLabel[],
  { texts, measure }: PaceOptions,
): BandLabel | null {
  const { series, points, x, y, length } = frame;
  if (texts.band === null) return null;
  const lines = wrapWords(texts.band, BAND_TEXT_PX, measure);
  const taken = today.map(({ key, along, anchor }) => {
    const width = measure(texts[key], 600) + LINE_PX;
    return anchor === 'end'
      ? { from: along - width, to: along + LINE_PX }
      : { from: along - LINE_PX, to: along + width };
  });
  const tops = [
    highs(planBand(points)),
    doneLine(points, series),
    highs(likelyLine(points, series)),
  ];
  const width = Math.max(...lines.map((text) => measure(text)));
  const height = lines.length * LINE_PX;
  const levels = series.grades.map(({ at }) => y(at));
  const ceiling = y(series.amount) + 4;
  const spot = bandSpot(tops, { length, ceiling, levels, y, width, height, taken });
  return spot && { x: x((spot.along - width / 2) / length), y: spot.y, lines };
}
