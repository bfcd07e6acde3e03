import { type PointerEvent, useId, useMemo } from 'react';
import type { Direction } from './box';
import { ChartTip } from './ChartTip';
import classes from './chart.module.css';
import { HeatCells, type HeatMarks, inside } from './HeatCells';
import { type HeatDay, heatGrid, type HeatGrid, heatMove, type HeatMove } from './heatGrid';
import { heatLayout, type HeatLayout } from './heatLayout';
import { measureText } from './measure';
import { type Arrow, useCursor } from './useCursor';
import { useWidth } from './useWidth';

export interface HeatWords extends HeatMarks {
  title: string;
  description: string;
  weekday: (weekday: number) => string;
  month: (day: string) => string;
  day: (day: string) => string;
  tip: (day: string) => string;
}

interface HeatDaysProps {
  days: readonly HeatDay[];
  today: string | null;
  words: HeatWords;
  direction: Direction;
  weekStart?: number;
}

function cursorMove(grid: HeatGrid, today: string | null, direction: Direction) {
  const moves: Record<'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight', HeatMove> = {
    ArrowUp: 'up',
    ArrowDown: 'down',
    ArrowLeft: direction === 'rtl' ? 'after' : 'before',
    ArrowRight: direction === 'rtl' ? 'before' : 'after',
  };
  return (from: number | null, key: Arrow) => {
    if (key === 'Home') return 0;
    if (key === 'End') return grid.cells.length - 1;
    if (from === null)
      return Math.max(
        0,
        grid.cells.findIndex(({ day }) => day === today),
      );
    return heatMove(grid, from, moves[key]);
  };
}

/** Room for the names beside the cells: weekdays, or the first days of the weeks in a wall calendar. */
function gutterOf(grid: HeatGrid, words: HeatWords): number {
  const texts = grid.down
    ? grid.heads.map(({ day }) => words.day(day))
    : grid.weekdays.map(words.weekday);
  return Math.ceil(Math.max(0, ...texts.map((text) => measureText(text)))) + 10;
}

const longestInside = (grid: HeatGrid, words: HeatWords) =>
  Math.max(0, ...grid.cells.map((cell) => measureText(inside(cell, words), 600)));

function Names({ layout, grid, words }: { layout: HeatLayout; grid: HeatGrid; words: HeatWords }) {
  return (
    <g>
      {layout.heads.map(({ day, x, y }) => (
        <text key={day} className={classes.axis} x={x} y={y}>
          {grid.down ? words.day(day) : words.month(day)}
        </text>
      ))}
      {layout.weekdays.map(({ weekday, x, y }, index) =>
        grid.down || index % 2 === 0 ? (
          <text
            key={weekday}
            className={classes.axis}
            x={x}
            y={y}
            textAnchor={grid.down ? 'middle' : 'start'}
          >
            {words.weekday(weekday)}
          </text>
        ) : null,
      )}
    </g>
  );
}

/** Day by day: a number in every day that has gone by, letters for leave and holidays, outlines for what is to come. */
export function HeatDays({ days, today, words, direction, weekStart = 1 }: HeatDaysProps) {
  const id = useId();
  const [figure, width] = useWidth<HTMLElement>(360);
  const grid = useMemo(() => heatGrid(days, today, weekStart), [days, today, weekStart]);
  const layout = useMemo(
    () => heatLayout(grid, width, gutterOf(grid, words), direction, longestInside(grid, words)),
    [grid, width, words, direction],
  );
  const cursor = useCursor(cursorMove(grid, today, direction));
  const cell = cursor.at === null ? undefined : layout.cells[cursor.at];
  const pointAt = (event: PointerEvent<SVGSVGElement>) => {
    const frame = event.currentTarget.getBoundingClientRect();
    const x = event.clientX - frame.left;
    const y = event.clientY - frame.top;
    const hit = layout.cells.findIndex(
      (other) =>
        x >= other.x &&
        x < other.x + layout.cellWidth &&
        y >= other.y &&
        y < other.y + layout.cellHeight,
    );
    cursor.setAt(hit < 0 ? null : hit);
  };
  return (
    <figure ref={figure} className={classes.figure}>
      <div className={classes.scroll}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <svg
          className={classes.svg}
          role="img"
          // The arrow keys move a cursor along the chart.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          width={layout.width}
          height={layout.height}
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-description`}
          onKeyDown={cursor.onKeyDown}
          onPointerMove={pointAt}
          onPointerLeave={cursor.leave}
          onBlur={cursor.leave}
        >
          <title id={`${id}-title`}>{words.title}</title>
          <desc id={`${id}-description`}>{words.description}</desc>
          <Names layout={layout} grid={grid} words={words} />
          <HeatCells layout={layout} marks={words} pointed={cursor.at} />
          <rect className={classes.hit} width={layout.width} height={layout.height}>
            <title />
          </rect>
        </svg>
      </div>
      <ChartTip
        text={cell ? words.tip(cell.day) : null}
        x={cell ? cell.x + layout.cellWidth / 2 : 0}
        width={width}
        y={cell?.y}
      />
    </figure>
  );
}
