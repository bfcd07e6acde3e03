import { describe, expect, it } from 'vitest';
import { dateTicks, weekdayOf } from './dateTicks';
import { type PacePoint, pacePoints } from './pacePoints';

const DAY_MS = 86_400_000;

function daysFrom(first: string, count: number): PacePoint[] {
  const days = Array.from({ length: count }, (_, index) => {
    const day = new Date(Date.parse(first) + index * DAY_MS).toISOString().slice(0, 10);
    const minutes = [0, 6].includes(weekdayOf(day)) ? 0 : 480;
    const none = { likely: null, likely_low: null, likely_high: null };
    return { day, minutes, total: null, plan: 0, band_low: 0, band_high: 0, ...none };
  });
  return pacePoints(days);
}

const named = (points: PacePoint[], now: { day: string; share: number } | null = null) =>
  dateTicks(points, now).map(({ day }) => day);

describe('weekdayOf', () => {
  it('counts from Sunday', () => {
    expect([weekdayOf('1970-01-01'), weekdayOf('2026-11-22'), weekdayOf('2026-11-27')]).toEqual([
      4, 0, 5,
    ]);
  });
});

describe('dateTicks', () => {
  it('names every working day of a week, each once', () => {
    const week = daysFrom('2026-11-23', 7);
    expect(named(week)).toEqual([
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
    ]);
    expect(named(week, { day: '2026-11-27', share: 0.8 })).toHaveLength(5);
  });

  it('names the Mondays of a month, its first and its last working day', () => {
    expect(named(daysFrom('2026-11-01', 30))).toEqual([
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
      '2026-11-23',
      '2026-11-30',
    ]);
  });

  it('names the months of a quarter and today, in the order of time', () => {
    const ticks = dateTicks(daysFrom('2026-10-01', 92), { day: '2026-11-27', share: 0.63 });
    expect(ticks.map(({ day }) => day)).toEqual([
      '2026-10-01',
      '2026-11-02',
      '2026-11-27',
      '2026-12-01',
      '2026-12-31',
    ]);
    expect(ticks.map(({ share }) => share)).toEqual([...ticks.map(({ share }) => share)].sort());
  });

  it('names nothing where nothing is worked', () => {
    expect(named(daysFrom('2026-11-28', 2))).toEqual([]);
  });
});
