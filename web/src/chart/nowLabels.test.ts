import { describe, expect, it } from 'vitest';
import { bandSpot } from './bandLabel';
import { nowLabels, valueAt } from './nowLabels';

const line = [
  { share: 0, value: 0 },
  { share: 0.5, value: 50 },
  { share: 0.5, value: 60 },
  { share: 0.8, value: 90 },
];

describe('valueAt', () => {
  it.each([
    [0, 0],
    [0.25, 25],
    [0.65, 75],
    [1, 90],
  ])('share %d', (share, value) => {
    expect(valueAt(line, share)).toBeCloseTo(value);
  });

  it('is 0 before a line begins, and without one', () => {
    expect(valueAt(line.slice(2), 0.2)).toBe(0);
    expect(valueAt([], 0.2)).toBe(0);
  });
});

const room = {
  length: 540,
  top: 12,
  floor: 244,
  y: (value: number) => 244 - value,
  width: { done: 52, expected: 72 },
};

describe('nowLabels', () => {
  it('puts the higher one above and before, the lower one below and after', () => {
    const [above, below] = nowLabels({ share: 0.6, counted: 88, expected: 95 }, line, room);
    expect(above).toMatchObject({ key: 'expected', anchor: 'end' });
    expect(below).toMatchObject({ key: 'done', anchor: 'start' });
    expect(above?.y).toBeLessThan(below?.y ?? 0);
  });

  it('turns round when more is done than expected', () => {
    const [above] = nowLabels({ share: 0.6, counted: 99, expected: 95 }, line, room);
    expect(above?.key).toBe('done');
  });

  it.each([0, 0.01, 0.3, 0.7, 0.97, 1])('stays inside the plot and apart at %d', (share) => {
    const labels = nowLabels({ share, counted: share * 88, expected: share * 95 }, line, room);
    for (const { key, along, anchor, y } of labels) {
      const width = room.width[key];
      expect(anchor === 'end' ? along - width : along).toBeGreaterThanOrEqual(0);
      expect(anchor === 'end' ? along : along + width).toBeLessThanOrEqual(room.length);
      expect(y).toBeLessThanOrEqual(room.floor);
    }
    expect((labels[1]?.y ?? 0) - (labels[0]?.y ?? 0)).toBeGreaterThanOrEqual(15);
  });
});

describe('bandSpot', () => {
  const spot = { length: 540, ceiling: 20, y: room.y, width: 140, height: 32, taken: [] };

  it('stands above every line', () => {
    const found = bandSpot([line], spot);
    expect(found).not.toBeNull();
    expect(found?.y).toBeLessThan(room.y(valueAt(line, (found?.along ?? 0) / 540)));
  });

  it('gives up rather than cover a label or the quota', () => {
    expect(bandSpot([line], { ...spot, taken: [{ from: 0, to: 540 }] })).toBeNull();
    expect(bandSpot([line], { ...spot, ceiling: 230 })).toBeNull();
    expect(bandSpot([line], { ...spot, length: 150 })).toBeNull();
  });
});
