import { describe, expect, it } from 'vitest';
import { detail } from '../../test/fixtures';
import { type HeatDay, heatGrid, heatMove, heatStep } from './heatGrid';
import { heatLayout } from './heatLayout';

const quarter = heatGrid(detail.days, '2026-11-27');
const days = (from: string, to: string) => detail.days.filter(({ day }) => day >= from && day < to);
const week = heatGrid(days('2026-11-23', '2026-11-30'), '2026-11-27');

describe('heatStep', () => {
  it.each([
    [0, 5, 0],
    [3, 5, 3],
    [5, 5, 5],
    [1, 60, 1],
    [30, 60, 3],
    [60, 60, 5],
    [2, 0, 2],
  ])('%d of at most %d', (counted, max, step) => {
    expect(heatStep(counted, max)).toBe(step);
  });
});

describe('heatGrid', () => {
  it('has rows only for weekdays that are worked', () => {
    expect(quarter.weekdays).toEqual([1, 2, 3, 4, 5]);
    expect(quarter.weeks).toBe(14);
    expect(quarter.cells).toHaveLength(66);
  });

  it('tells counted, today, coming and holidays apart', () => {
    const state = (day: string) => quarter.cells.find((cell) => cell.day === day)?.state;
    expect(state('2026-10-08')).toBe('counted');
    expect(state('2026-10-09')).toBe('holiday');
    expect(state('2026-11-27')).toBe('today');
    expect(state('2026-11-30')).toBe('coming');
  });

  it('shows leave as leave, unless something was counted all the same', () => {
    const leave: HeatDay[] = [
      { day: '2026-11-24', kind: 'leave', minutes: 0, counted: 0 },
      { day: '2026-11-25', kind: 'leave', minutes: 0, counted: 2 },
    ];
    const states = heatGrid([...days('2026-11-23', '2026-11-24'), ...leave], null).cells;
    expect(states.map(({ state }) => state)).toEqual(['counted', 'leave', 'counted']);
  });

  it('shows days that asked others like days off, on weekdays that are worked', () => {
    const asked: HeatDay[] = [
      { day: '2026-11-25', kind: 'not_asked', minutes: 480, counted: null },
      { day: '2026-11-26', kind: 'not_asked', minutes: 480, counted: 0 },
      { day: '2026-11-28', kind: 'not_asked', minutes: 0, counted: 0 },
    ];
    const { cells } = heatGrid([...days('2026-11-23', '2026-11-24'), ...asked], '2026-11-26');
    expect(cells.map(({ state }) => state)).toEqual(['counted', 'off', 'off']);
  });

  it('begins the week where the company does', () => {
    expect(heatGrid(detail.days, null, 0).weekdays[0]).toBe(1);
    const sunday = detail.days.map((day) =>
      day.day === '2026-10-04' ? { ...day, counted: 2 } : day,
    );
    expect(heatGrid(sunday, null, 0).weekdays[0]).toBe(0);
  });

  it('stands like a wall calendar when it is short', () => {
    expect(week.down).toBe(true);
    expect(week.weeks).toBe(1);
    expect(quarter.down).toBe(false);
    expect(quarter.heads.map(({ week }) => week)).toEqual([0, 5, 9]);
  });

  it('is empty without days', () => {
    expect(heatGrid([], null).cells).toEqual([]);
  });
});

describe('heatMove', () => {
  const at = (day: string) => quarter.cells.findIndex((cell) => cell.day === day);

  it('goes along the days and across the weeks', () => {
    const day = (index: number) => quarter.cells[index]?.day;
    expect(day(heatMove(quarter, at('2026-11-25'), 'down'))).toBe('2026-11-26');
    expect(day(heatMove(quarter, at('2026-11-25'), 'after'))).toBe('2026-12-02');
    expect(week.cells[heatMove(week, 0, 'after')]?.day).toBe('2026-11-24');
  });

  it('stays at the rim', () => {
    expect(heatMove(quarter, 0, 'up')).toBe(0);
    expect(heatMove(quarter, 0, 'before')).toBe(0);
  });
});

describe('heatLayout', () => {
  const layout = (direction: 'ltr' | 'rtl', width = 400) =>
    heatLayout(quarter, width, 40, direction);

  it('keeps all cells inside, without two in one place', () => {
    const { cells, width, height, cellWidth, cellHeight } = layout('ltr');
    const places = new Set(cells.map(({ x, y }) => `${x} ${y}`));
    expect(places.size).toBe(cells.length);
    expect(Math.max(...cells.map(({ x }) => x + cellWidth))).toBeLessThanOrEqual(width);
    expect(Math.max(...cells.map(({ y }) => y + cellHeight))).toBeLessThanOrEqual(height);
  });

  it('is mirrored from right to left', () => {
    const [ltr, rtl] = [layout('ltr'), layout('rtl')];
    rtl.cells.forEach((cell, index) => {
      expect(cell.x).toBe(rtl.width - (ltr.cells[index]?.x ?? 0) - rtl.cellWidth);
    });
  });

  it('never makes a cell too small for its number', () => {
    expect(layout('ltr', 100).cellWidth).toBeGreaterThanOrEqual(19);
    expect(layout('ltr', 2000).cellWidth).toBeLessThanOrEqual(60);
  });

  it('is wider than its card rather than that money lies on money', () => {
    const { cellWidth, width } = heatLayout(quarter, 300, 40, 'ltr', 44);
    expect(cellWidth).toBeGreaterThanOrEqual(44 + 6);
    expect(width).toBeGreaterThan(300);
    expect(heatLayout(quarter, 300, 40, 'ltr', 8).cellWidth).toBe(layout('ltr', 300).cellWidth);
  });
});
