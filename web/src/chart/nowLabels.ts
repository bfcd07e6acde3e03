// Where "88 done" and "95 expected" stand beside the two dots of today. The higher one goes above and towards the
// beginning, where the lines are lower; the lower one below and towards the end, or back along the line when the end
// is too near.
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

const OFF_PX = 12;
const ASCENT_PX = 12;
const LINE_PX = 15;

/** Height of a line at a share of the time; 0 before it begins, its last value after it ends. */
export function valueAt(line: readonly Dot[], share: number): number {
  const at = line.findIndex((dot) => dot.share >= share);
  const to = line[at];
  if (!to) return line.at(-1)?.value ?? 0;
  const from = line[at - 1];
  if (!from) return to.share === share ? to.value : 0;
  return from.value + ((to.value - from.value) * (share - from.share)) / (to.share - from.share);
}

export function nowLabels(
  now: { share: number; counted: number; expected: number },
  done: readonly Dot[],
  room: NowRoom,
): NowLabel[] {
  const at = now.share * room.length;
  const upper = now.counted > now.expected ? 'done' : 'expected';
  const lower = upper === 'done' ? 'expected' : 'done';
  const value = { done: now.counted, expected: now.expected };
  const fitsBefore = at - OFF_PX >= room.width[upper];
  const above: NowLabel = {
    key: upper,
    along: fitsBefore ? at - OFF_PX : at + OFF_PX,
    y: Math.max(room.top + ASCENT_PX, room.y(value[upper]) - (fitsBefore ? 10 : 16)),
    anchor: fitsBefore ? 'end' : 'start',
  };
  const fitsAfter = at + OFF_PX + room.width[lower] <= room.length;
  const labelStart = Math.max(0, (at - room.width[lower]) / room.length);
  const lowest = Math.min(value[lower], valueAt(done, labelStart));
  const below: NowLabel = {
    key: lower,
    along: fitsAfter ? at + OFF_PX : at,
    y: Math.min(room.floor - 4, room.y(fitsAfter ? value[lower] : lowest) + 18),
    anchor: fitsAfter ? 'start' : 'end',
  };
  return [{ ...above, y: Math.min(above.y, below.y - LINE_PX) }, below];
}
