// A free place above the band for the words that name it; null when there is none, and then they stand below the chart.
import { valueAt } from './nowLabels';
import type { Dot } from './pacePoints';

export interface BandSpot {
  /** End of the text along the time, and the base of its last line. */
  along: number;
  y: number;
}

export interface BandRoom {
  length: number;
  /** Base of what stands at the top (the quota line): the text stays under it. */
  ceiling: number;
  /** Heights of lines across the whole plot that the text does not lie on. */
  levels: readonly number[];
  y: (value: number) => number;
  width: number;
  height: number;
  /** Stretches along the time that other labels need, in pixels. */
  taken: readonly { from: number; to: number }[];
}

const CLEAR_PX = 10;
const LEVEL_CLEAR_PX = 6;

export function bandSpot(tops: readonly (readonly Dot[])[], room: BandRoom): BandSpot | null {
  for (let share = 0.2; share <= 0.6; share += 0.02) {
    const along = share * room.length;
    const highest = Math.max(0, ...tops.map((line) => valueAt(line, share)));
    const y = room.y(highest) - CLEAR_PX;
    const from = along - room.width;
    const top = y - room.height;
    const free =
      room.taken.every((other) => along < other.from || from > other.to) &&
      room.levels.every((level) => level < top || level > y + LEVEL_CLEAR_PX);
    if (from >= 8 && free && top >= room.ceiling) return { along, y };
  }
  return null;
}
