// Pixels of the calendar: size of a cell and the place of each cell, month and weekday name.
import type { Direction } from './box';
import type { HeatCell, HeatGrid } from './heatGrid';

export interface HeatLayout {
  width: number;
  height: number;
  cellWidth: number;
  cellHeight: number;
  cells: (HeatCell & { x: number; y: number })[];
  heads: { day: string; x: number; y: number }[];
  weekdays: { weekday: number; x: number; y: number }[];
}

const GAP_PX = 3;
const HEAD_PX = 20;
const COLUMN_PX = { least: 22, most: 60 };
const ROW_MOST_PX = 28;
/** Between the words of a cell and its edges. */
const INSIDE_PX = 3;
/** From the middle of a line of text down to its base. */
const BASE_PX = 4;

/**
 * `gutter` is the room for names beside the cells, `inside` what the longest word in a cell takes; `width` what the card
 * offers: wider than that, it scrolls.
 */
export function heatLayout(
  grid: HeatGrid,
  width: number,
  gutter: number,
  direction: Direction,
  inside = 0,
): HeatLayout {
  const columns = Math.max(1, grid.down ? grid.weekdays.length : grid.weeks);
  const rows = grid.down ? grid.weeks : grid.weekdays.length;
  const fitting = Math.floor((width - gutter) / columns);
  const column = Math.max(
    COLUMN_PX.least,
    Math.ceil(inside) + GAP_PX + 2 * INSIDE_PX,
    Math.min(COLUMN_PX.most, fitting),
  );
  const row = Math.min(column, ROW_MOST_PX);
  const [cellWidth, cellHeight] = [column - GAP_PX, row - GAP_PX];
  const full = gutter + columns * column;
  const rtl = direction === 'rtl';
  const placeOf = ({ week, weekday }: { week: number; weekday: number }) => {
    const along = gutter + (grid.down ? weekday : week) * column;
    return {
      x: rtl ? full - along - cellWidth : along,
      y: HEAD_PX + (grid.down ? week : weekday) * row,
    };
  };
  const above = (x: number) => ({ x, y: HEAD_PX - 8 });
  const beside = (y: number) => ({ x: rtl ? full : 0, y: y + cellHeight / 2 + BASE_PX });
  return {
    width: full,
    height: HEAD_PX + rows * row,
    cellWidth,
    cellHeight,
    cells: grid.cells.map((cell) => ({ ...cell, ...placeOf(cell) })),
    heads: grid.heads.map(({ day, week }) => {
      const { x, y } = placeOf({ week, weekday: 0 });
      return { day, ...(grid.down ? beside(y) : above(rtl ? x + cellWidth : x)) };
    }),
    weekdays: grid.weekdays.map((weekday, index) => {
      const { x, y } = placeOf({ week: 0, weekday: index });
      return { weekday, ...(grid.down ? above(x + cellWidth / 2) : beside(y)) };
    }),
  };
}
