// Where "88 done" and "95 expected" stand beside the two dots of today: the higher one above and towards the beginning,
// the lower one below and towards the end, or wherever else no line runs through the words.
import type { Dot } from './pacePoints';

export interface NowLabel {
  key: 'done' | 'expected';
  /** Pixels along the time from the beginning of the plot, and from the top of the chart. */
  along: number;
  y: number;
  anchor: 'start' | 'end';
}

export interface NowRoom {
  /** Length of the plot in pixels, and the room above. */
  length: number;
  top: number;
  floor: number;
  y: (value: number) => number;
  width: { done: number; expected: number };
}

const OFF_PX = 10;
const ASCENT_PX = 12;
const DESCENT_PX = 4;
const STEP_PX = 3;

/** Height of a line at a share of the time; 0 before it begins, its last value after it ends. */
export function valueAt(line: readonly Dot[], share: number): number {
  const at = line.findIndex((dot) => dot.share >= share);
  const to = line[at];
  if (!to) return line.at(-1)?.value ?? 0;
  const from = line[at - 1];
  if (!from) return to.share === share ? to.value : 0;
  return from.value + ((to.value - from.value) * (share - from.share)) / (to.share - from.share);
}

interface Box {
  from: number;
  to: number;
  top: number;
  bottom: number;
}

function boxOf({ key, along, y, anchor }: NowLabel, { width }: NowRoom): Box {
  const from = anchor === 'end' ? along - width[key] : along;
  return { from, to: from + width[key], top: y - ASCENT_PX, bottom: y + DESCENT_PX };
}

const isIn = ({ from, to, top, bottom }: Box, { length, top: ceiling, floor }: NowRoom) =>
  from >= 0 && to <= length && top >= ceiling && bottom <= floor;

const touch = (a: Box, b: Box) =>
  a.from < b.to && b.from < a.to && a.top < b.bottom && b.top < a.bottom;

/** How many pixels of a line run through a box, about. */
function struck(line: readonly Dot[], { from, to, top, bottom }: Box, { length, y }: NowRoom) {
  const [first, last] = [line[0]?.share ?? 1, line.at(-1)?.share ?? 0];
  let pixels = 0;
  for (let along = from; along <= to; along += STEP_PX) {
    const share = along / length;
    if (share < first || share > last) continue;
    const at = y(valueAt(line, share));
    if (at > top && at < bottom) pixels += STEP_PX;
  }
  return pixels;
}

/** All places for a label, the best first where nothing is in the way. */
function places(key: NowLabel['key'], isUpper: boolean, at: number, y: number): NowLabel[] {
  const sides = isUpper ? (['end', 'start'] as const) : (['start', 'end'] as const);
  const above = [-8, -18, -28, -40, -54];
  const below = [18, 26, 36, 48, 62];
  return (isUpper ? [...above, ...below] : [...below, ...above]).flatMap((off) =>
    sides.map((anchor) => ({
      key,
      along: anchor === 'end' ? at - OFF_PX : at + OFF_PX,
      y: y + off,
      anchor,
    })),
  );
}

/** `lines` are what the words should not lie on. */
export function nowLabels(
  now: { share: number; counted: number; expected: number },
  lines: readonly (readonly Dot[])[],
  room: NowRoom,
): NowLabel[] {
  const at = now.share * room.length;
  const value = { done: now.counted, expected: now.expected };
  const upper = now.counted > now.expected ? 'done' : 'expected';
  const placed: NowLabel[] = [];
  for (const key of [upper, upper === 'done' ? 'expected' : 'done'] as const) {
    const free = places(key, key === upper, at, room.y(value[key])).filter((place) => {
      const box = boxOf(place, room);
      return isIn(box, room) && !placed.some((other) => touch(boxOf(other, room), box));
    });
    const cost = (place: NowLabel) =>
      lines.reduce((sum, line) => sum + struck(line, boxOf(place, room), room), 0);
    const costs = free.map(cost);
    const best = free[costs.indexOf(Math.min(...costs))];
    if (best) placed.push(best);
  }
  return placed;
}
