import { describe, expect, it } from 'vitest';
import type { Chance, ChannelWeek } from '../api/types';
import { channelLines, spanOf, tellingOf } from './leads';

const week = (from: string, counts: Record<string, number>): ChannelWeek => {
  const activities = Object.values(counts).reduce((sum, n) => sum + n, 0);
  return {
    week: { key: from, from, to: from },
    activities,
    channels: Object.entries(counts).map(([kind, n]) => ({
      kind,
      activities: n,
      share: n / activities,
      minutes: 0,
    })),
  };
};

const chance = (n: number, of: number): Chance => ({
  n,
  of,
  share: of === 0 ? null : n / of,
  interval: null,
  too_few: of < 8,
});

describe('what activities led to', () => {
  it('is told of days that end today', () => {
    expect(spanOf('2026-11-27', 28)).toEqual({ from: '2026-10-31', to: '2026-11-28' });
  });

  it('shares channels week by week, the most frequent first', () => {
    const lines = channelLines([
      week('2026-11-02', { call: 3, email: 1 }),
      week('2026-11-09', {}),
      week('2026-11-16', { email: 1, call: 5, visit: 2 }),
    ]);
    expect(lines.map(({ kind }) => kind)).toEqual(['call', 'email', 'visit']);
    expect(lines[0]?.shares).toEqual([0.75, null, 0.625]);
    expect(lines[2]?.shares).toEqual([0, null, 0.25]);
    expect(lines[1]?.share).toBeCloseTo(2 / 12);
  });

  it.each([
    [0, 0, 'nothing'],
    [2, 7, 'too_few'],
    [0, 8, 'told'],
  ])('says of %i of %i: %s', (n, of, telling) => {
    expect(tellingOf(chance(n, of))).toBe(telling);
  });
});
