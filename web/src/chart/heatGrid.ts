// Days of a period as a calendar: weeks across and weekdays down; a period of up to six weeks stands like a wall
// calendar, weekdays across and weeks down.
import { weekdayOf } from './dateTicks';

export interface HeatDay {
  day: string;
  kind: 'work' | 'off' | 'holiday' | 'leave' | 'not_asked';
  /** Of work that the day has, whether or not it is asked. */
  minutes: number;
  counted: number | null;
}

export type HeatState = 'counted' | 'today' | 'coming' | 'off' | 'leave' | 'holiday';

export interface HeatCell extends HeatDay {
  week: number;
  /** Row among the weekdays that are shown. */
  weekday: number;
  state: HeatState;
  /** 0 to 5, how dark a counted day is. */
  step: number;
}

export interface HeatGrid {
  cells: HeatCell[];
  weeks: number;
  /** Weekdays shown, 0 Sunday to 6 Saturday, from the start of the week. */
  weekdays: number[];
  /** Days that name a column (the first of a month) or, in a wall calendar, a row (the first of a week). */
  heads: { day: string; week: number }[];
  down: boolean;
}

const WALL_WEEKS = 6;
const STEPS = 5;

/** 0 stands alone; up to five each number has its grey, above that fifths of the highest. */
export function heatStep(counted: number, max: number): number {
  if (counted <= 0) return 0;
  return max <= STEPS
    ? Math.min(STEPS, Math.ceil(counted))
    : Math.max(1, Math.ceil((STEPS * counted) / max));
}

function stateOf(day: HeatDay, today: string | null): HeatState {
  if (day.kind === 'not_asked') return 'off';
  if (day.kind !== 'work' && !day.counted) return day.kind;
  if (day.day === today) return 'today';
  return day.counted === null ? 'coming' : 'counted';
}

/** A day of the own week, were it not for a holiday, leave, or a quota that asks others; or one that counted. */
export function isOwnDay({ kind, minutes, counted }: HeatDay): boolean {
  return kind === 'not_asked' ? minutes > 0 : kind !== 'off' || !!counted;
}

/** Weekdays that are never own days have no row: a free Saturday is not leave. */
function shownWeekdays(days: readonly HeatDay[], weekStart: number): number[] {
  const order = Array.from({ length: 7 }, (_, index) => (weekStart + index) % 7);
  const own = new Set(days.filter(isOwnDay).map(({ day }) => weekdayOf(day)));
  return order.filter((weekday) => own.has(weekday));
}

const DAY_MS = 86_400_000;

function weekHeads(cells: readonly HeatCell[]): HeatGrid['heads'] {
  return cells
    .filter(({ week }, index) => week !== cells[index - 1]?.week)
    .map(({ day, week }) => ({ day, week }));
}

/** A month that begins in the next column already leaves no room for the name of the one before. */
function monthHeads(cells: readonly HeatCell[]): HeatGrid['heads'] {
  const heads = cells.filter(
    ({ day }, index) => day.slice(0, 7) !== cells[index - 1]?.day.slice(0, 7),
  );
  return heads
    .filter(({ week }, index) => (heads[index + 1]?.week ?? week + 2) - week >= 2)
    .map(({ day, week }) => ({ day, week }));
}

export function heatGrid(days: readonly HeatDay[], today: string | null, weekStart = 1): HeatGrid {
  const weekdays = shownWeekdays(days, weekStart);
  const first = days[0];
  if (!first || weekdays.length === 0)
    return { cells: [], weeks: 0, weekdays: [], heads: [], down: false };
  const offset = (weekdayOf(first.day) - weekStart + 7) % 7;
  const start = Date.parse(first.day);
  const max = Math.max(...days.map(({ counted }) => counted ?? 0));
  const shown = days.filter(({ day }) => weekdays.includes(weekdayOf(day)));
  const places = shown.map((day) => ({
    day,
    week: Math.floor((Math.round((Date.parse(day.day) - start) / DAY_MS) + offset) / 7),
  }));
  const firstWeek = places[0]?.week ?? 0;
  const weeks = (places.at(-1)?.week ?? 0) - firstWeek + 1;
  const cells = places.map(({ day, week }) => ({
    ...day,
    week: week - firstWeek,
    weekday: weekdays.indexOf(weekdayOf(day.day)),
    state: stateOf(day, today),
    step: heatStep(day.counted ?? 0, max),
  }));
  const down = weeks <= WALL_WEEKS;
  return { cells, weeks, weekdays, heads: down ? weekHeads(cells) : monthHeads(cells), down };
}

export type HeatMove = 'up' | 'down' | 'before' | 'after';

/** The cell reached from `from` by one key; the same cell at the rim. */
export function heatMove(grid: HeatGrid, from: number, move: HeatMove): number {
  const cell = grid.cells[from];
  if (!cell) return grid.cells.length - 1;
  const sign = move === 'up' || move === 'before' ? -1 : 1;
  const alongDays = (move === 'up' || move === 'down') !== grid.down;
  if (alongDays) return Math.min(Math.max(from + sign, 0), grid.cells.length - 1);
  const target = grid.cells.findIndex(
    ({ week, weekday }) => week === cell.week + sign && weekday === cell.weekday,
  );
  return target < 0 ? from : target;
}
