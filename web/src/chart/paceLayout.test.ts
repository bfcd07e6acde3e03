import { describe, expect, it } from 'vitest';
import { seriesOf } from '../../test/series';
import type { Direction } from './box';
import type { PaceOptions } from './paceFrame';
import { paceLayout } from './paceLayout';

const texts = {
  quota: '150 quota',
  floor: '120 floor',
  stretch: '180 stretch',
  done: '88 done',
  expected: '95 expected',
  likely: '139 likely',
  range: '128 to 151',
  band: '8 of 10 who are exactly on plan stay in the band',
  day: (day: string) => day.slice(5),
  count: String,
};

const series = seriesOf('2026-11-27');

const options: PaceOptions = {
  width: 700,
  height: 272,
  direction: 'ltr',
  weekStart: 1,
  texts,
  measure: (text) => text.length * 7,
};

const layoutIn = (direction: Direction, width = 700) =>
  paceLayout(series, { ...options, direction, width });

const numbers = (path: string) => (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);

const pointsOf = (path: string) => {
  const all = numbers(path);
  return Array.from({ length: all.length / 2 }, (_, index) => ({
    x: all[2 * index] ?? 0,
    y: all[2 * index + 1] ?? 0,
  }));
};

describe('paceLayout', () => {
  it('keeps every shape inside the plot, on every width and in both directions', () => {
    for (const width of [320, 390, 700, 1160]) {
      for (const direction of ['ltr', 'rtl'] as const) {
        const { path, box, x } = layoutIn(direction, width);
        const [low, high] = [x(0), x(1)].sort((a, b) => a - b);
        for (const shape of Object.values(path)) {
          for (const point of pointsOf(shape)) {
            expect(point.x).toBeGreaterThanOrEqual((low ?? 0) - 0.01);
            expect(point.x).toBeLessThanOrEqual((high ?? 0) + 0.01);
            expect(point.y).toBeGreaterThanOrEqual(box.top - 0.01);
            expect(point.y).toBeLessThanOrEqual(box.height - box.bottom + 0.01);
          }
        }
      }
    }
  });

  it('rises from left to right, and from right to left in a mirrored page', () => {
    const ltr = pointsOf(layoutIn('ltr').path.done);
    const rtl = pointsOf(layoutIn('rtl').path.done);
    expect(ltr.map(({ x }) => x)).toEqual(ltr.map(({ x }) => x).sort((a, b) => a - b));
    rtl.forEach((point, index) => {
      expect(point.x).toBeCloseTo(700 - (ltr[index]?.x ?? 0), 1);
      expect(point.y).toBeCloseTo(ltr[index]?.y ?? 0, 1);
    });
  });

  it('ends the line at today, with the dot there', () => {
    const layout = layoutIn('ltr');
    expect(layout.done).toEqual({ share: 40 / 63, value: 88 });
    expect(pointsOf(layout.path.done).at(-1)?.x).toBeCloseTo(layout.x(40 / 63), 1);
  });

  it('gives the end labels as much room as they need', () => {
    const { box } = layoutIn('ltr');
    expect(box.end).toBeGreaterThanOrEqual('128 to 151'.length * 7);
  });

  it('lets no label of the end and no date cover another', () => {
    const { ends, dates } = layoutIn('ltr', 390);
    for (const labels of [ends, dates]) {
      labels.slice(1).forEach((label, index) => {
        const before = labels[index];
        const gap = Math.abs(label.at - (before?.at ?? 0));
        expect(gap).toBeGreaterThanOrEqual((label.size + (before?.size ?? 0)) / 2);
      });
    }
  });

  it('keeps the labels of close grades apart and inside, on every height', () => {
    for (const [floor, stretch] of [
      [149, 151],
      [120, 180],
      [1, 1000],
      [140, 140],
    ]) {
      const grades = [
        { key: 'floor' as const, at: floor ?? 0 },
        { key: 'stretch' as const, at: stretch ?? 0 },
      ];
      for (const height of [220, 272]) {
        const { ends, box } = paceLayout({ ...series, grades }, { ...options, height });
        expect(ends.map(({ key }) => key).sort()).toEqual(['floor', 'likely', 'quota', 'stretch']);
        expect(ends[0]?.at).toBeGreaterThanOrEqual((ends[0]?.size ?? 0) / 2);
        expect(ends.at(-1)?.at).toBeLessThanOrEqual(box.height - box.bottom + 8);
        ends.slice(1).forEach((label, index) => {
          const before = ends[index];
          const gap = label.at - (before?.at ?? 0);
          expect(gap).toBeGreaterThanOrEqual((label.size + (before?.size ?? 0)) / 2);
        });
      }
    }
  });

  it('has no projection in a closed period and names what was done at its end', () => {
    const closed = { ...series, now: null };
    const layout = paceLayout(closed, {
      ...options,
      texts: { ...texts, likely: null, range: null },
      measure: () => 50,
    });
    expect(layout.path.likely).toBe('');
    expect(layout.ends.map(({ key }) => key).sort()).toEqual(['done', 'quota']);
  });
});
