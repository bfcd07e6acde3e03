import { describe, expect, it } from 'vitest';
import { bandSpot } from './bandLabel';
import { type NowLabel, nowLabels, valueAt } from './nowLabels';

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

const to = (share: number, value: number) => [
  { share: 0, value: 0 },
  { share, value },
];

/** The place of the words on the plot. */
function boxOf({ key, along, anchor, y }: NowLabel) {
  const from = anchor === 'end' ? along - room.width[key] : along;
  return { from, to: from + room.width[key], top: y - 10, bottom: y + 2 };
}

describe('nowLabels', () => {
  it('puts the higher one above and before, the lower one below and after', () => {
    const now = { share: 0.6, counted: 88, expected: 95 };
    const [above, below] = nowLabels(now, [to(0.6, 88)], room);
    expect(above).toMatchObject({ key: 'expected', anchor: 'end' });
    expect(below).toMatchObject({ key: 'done', anchor: 'start' });
    expect(above?.y).toBeLessThan(below?.y ?? 0);
  });

  it('turns round when more is done than expected', () => {
    const [above] = nowLabels({ share: 0.6, counted: 99, expected: 95 }, [], room);
    expect(above?.key).toBe('done');
  });

  it.each([0, 0.01, 0.3, 0.7, 0.97, 1])('stays inside the plot and apart at %d', (share) => {
    const now = { share, counted: share * 88, expected: share * 95 };
    const boxes = nowLabels(now, [to(share, now.counted), to(1, 95)], room).map(boxOf);
    expect(boxes).toHaveLength(2);
    for (const box of boxes) {
      expect(box.from).toBeGreaterThanOrEqual(0);
      expect(box.to).toBeLessThanOrEqual(room.length);
      expect(box.bottom).toBeLessThanOrEqual(room.floor);
    }
    const [one, two] = boxes;
    expect(
      one &&
        two &&
        (one.from >= two.to ||
          two.from >= one.to ||
          one.bottom <= two.top ||
          two.bottom <= one.top),
    ).toBe(true);
  });

  it('uses the room above the highest line', () => {
    const low = { ...room, top: 0, y: (value: number) => 244 - value };
    const [above] = nowLabels({ share: 1, counted: 224, expected: 160 }, [to(1, 224)], low);
    expect(above).toMatchObject({ key: 'done', y: 12 });
  });

  it.each([
    ['steep, at the end of the period', { share: 1, counted: 229, expected: 160 }, 160],
    ['behind, at the end of the period', { share: 1, counted: 120, expected: 160 }, 160],
    ['exactly on plan', { share: 0.6, counted: 96, expected: 96 }, 160],
    ['far ahead early', { share: 0.3, counted: 150, expected: 48 }, 160],
  ])('lies on no line: %s', (_, now, quota) => {
    const lines = [
      to(now.share, now.counted),
      to(1, quota),
      [0, 1].map((share) => ({ share, value: quota })),
    ];
    for (const { from, to, top, bottom } of nowLabels(now, lines, room).map(boxOf)) {
      for (const line of lines) {
        for (let along = from; along <= to; along += 2) {
          const share = along / room.length;
          if (share > (line.at(-1)?.share ?? 0)) continue;
          const at = room.y(valueAt(line, share));
          expect(at <= top || at >= bottom).toBe(true);
        }
      }
    }
  });
});

describe('bandSpot', () => {
  const spot = {
    length: 540,
    ceiling: 20,
    levels: [],
    y: room.y,
    width: 140,
    height: 32,
    taken: [],
  };

  it('stands above every line', () => {
    const found = bandSpot([line], spot);
    expect(found).not.toBeNull();
    expect(found?.y).toBeLessThan(room.y(valueAt(line, (found?.along ?? 0) / 540)));
  });

  it('lies on no line that runs across', () => {
    const found = bandSpot([line], spot);
    const through = (found?.y ?? 0) - 10;
    const moved = bandSpot([line], { ...spot, levels: [through] });
    expect(moved).not.toEqual(found);
    const clear = (at: number) => at < (moved?.y ?? 0) - 32 || at > (moved?.y ?? 0);
    expect(moved === null || clear(through)).toBe(true);
  });

  it('gives up rather than cover a label or the quota', () => {
    expect(bandSpot([line], { ...spot, taken: [{ from: 0, to: 540 }] })).toBeNull();
    expect(bandSpot([line], { ...spot, ceiling: 230 })).toBeNull();
    expect(bandSpot([line], { ...spot, length: 150 })).toBeNull();
  });
});
