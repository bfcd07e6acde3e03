import { describe, expect, it } from 'vitest';
import { keepClear, keepInside, type Label, spreadLabels, wrapWords } from './labels';

const label = (key: string, at: number, size = 16): Label => ({ key, at, size });

const overlap = (labels: readonly Label[]) =>
  labels.some((a, index) =>
    labels.slice(index + 1).some((b) => Math.abs(a.at - b.at) < (a.size + b.size) / 2),
  );

describe('spreadLabels', () => {
  it('leaves labels alone that do not touch', () => {
    const labels = [label('quota', 20), label('likely', 90, 32)];
    expect(spreadLabels(labels, 'quota')).toEqual(labels);
  });

  it.each([
    ['below', 48],
    ['above', 36],
    ['at the same height', 40],
  ])('moves the other one when it stands %s the pinned one', (_, at) => {
    const spread = spreadLabels([label('quota', 40), label('likely', at, 32)], 'quota');
    expect(overlap(spread)).toBe(false);
    expect(spread.find(({ key }) => key === 'quota')?.at).toBe(40);
  });

  it('keeps the order of three', () => {
    const spread = spreadLabels([label('a', 39), label('quota', 40), label('b', 41)], 'quota');
    expect(spread.map(({ key }) => key)).toEqual(['a', 'quota', 'b']);
    expect(overlap(spread)).toBe(false);
  });

  it('has nothing to do with nothing', () => {
    expect(spreadLabels([], 'quota')).toEqual([]);
  });
});

describe('keepInside', () => {
  it('leaves alone what stands inside', () => {
    const labels = [label('a', 20), label('b', 60)];
    expect(keepInside(labels, 0, 100)).toEqual(labels);
  });

  it.each([
    ['above', [-20, 5, 22]],
    ['below', [80, 97, 115]],
  ])('moves labels back that stand %s, in their order and apart', (_, places) => {
    const labels = places.map((at, index) => label(String(index), at));
    const inside = keepInside(labels, 0, 100);
    expect(inside.map(({ key }) => key)).toEqual(['0', '1', '2']);
    expect(inside.every(({ at }) => at >= 8 && at <= 92)).toBe(true);
    expect(overlap(inside)).toBe(false);
  });
});

describe('keepClear', () => {
  it('leaves out what matters less and keeps the order', () => {
    const labels = [
      { ...label('first', 20, 40), rank: 2 },
      { ...label('month', 230, 40), rank: 3 },
      { ...label('today', 250, 40), rank: 1 },
      { ...label('last', 600, 40), rank: 2 },
    ];
    expect(keepClear(labels).map(({ key }) => key)).toEqual(['first', 'today', 'last']);
  });
});

describe('wrapWords', () => {
  const measure = (text: string) => text.length * 7;

  it('breaks at spaces, not wider than it may', () => {
    const lines = wrapWords('8 of 10 who are exactly on plan stay in the band', 150, measure);
    expect(lines.join(' ')).toBe('8 of 10 who are exactly on plan stay in the band');
    expect(lines.every((line) => measure(line) <= 150)).toBe(true);
  });

  it('leaves a long word whole', () => {
    expect(wrapWords('Geschwindigkeitsbegrenzung', 50, measure)).toEqual([
      'Geschwindigkeitsbegrenzung',
    ]);
  });
});
