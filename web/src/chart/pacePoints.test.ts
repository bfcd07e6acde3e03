import { describe, expect, it } from 'vitest';
import {
  doneLine,
  hasPace,
  likelyLine,
  paceMax,
  type PaceDay,
  pacePoints,
  planBand,
  planLine,
} from './pacePoints';

function day(name: string, part: Partial<PaceDay>): PaceDay {
  return {
    day: name,
    minutes: 480,
    total: null,
    plan: 0,
    band_low: 0,
    band_high: 0,
    likely: null,
    likely_low: null,
    likely_high: null,
    ...part,
  };
}

const days = [
  day('2026-11-26', { total: 4, plan: 5, band_low: 2, band_high: 8 }),
  day('2026-11-27', { total: 6, plan: 10, band_low: 6, band_high: 14, likely: 8 }),
  day('2026-11-28', { minutes: 0, plan: 10, band_low: 6, band_high: 14, likely: 8 }),
  day('2026-11-30', {
    plan: 15,
    band_low: 10,
    band_high: 20,
    likely: 13,
    likely_low: 10,
    likely_high: 17,
  }),
];

const now = { day: '2026-11-27', share: 0.5, counted: 6, expected: 7.5 };
const series = { days, amount: 15, grades: [], now };

describe('pacePoints', () => {
  it('gives days without working minutes no room', () => {
    const shares = pacePoints(days).map(({ share }) => share);
    expect(shares).toEqual([1 / 3, 2 / 3, 2 / 3, 1]);
  });

  it('does not divide by a period without working time', () => {
    expect(pacePoints([day('2026-11-28', { minutes: 0 })])[0]?.share).toBe(0);
  });
});

describe('lines', () => {
  const points = pacePoints(days);

  it('draw what was done from 0 to now, and never back in time', () => {
    const line = doneLine(points, series);
    expect(line).toEqual([
      { share: 0, value: 0 },
      { share: 1 / 3, value: 4 },
      { share: 0.5, value: 6 },
    ]);
  });

  it('draw a closed period to its end', () => {
    const closed = days.map((each, index) => ({ ...each, total: 3 + index }));
    const line = doneLine(pacePoints(closed), { ...series, now: null });
    expect(line.at(-1)).toEqual({ share: 1, value: 6 });
  });

  it('draw nothing done before the first day', () => {
    const coming = days.map((each) => ({ ...each, total: null }));
    expect(doneLine(pacePoints(coming), { ...series, now: null })).toEqual([]);
  });

  it('begin the projection where the done line ends', () => {
    const likely = likelyLine(points, series);
    expect(likely[0]).toEqual({ share: 0.5, value: 6, low: 6, high: 6 });
    expect(likely.at(-1)).toEqual({ share: 1, value: 13, low: 10, high: 17 });
  });

  it('project nothing when nothing is known', () => {
    const unknown = days.map((each) => ({ ...each, likely: null }));
    expect(likelyLine(pacePoints(unknown), series)).toEqual([]);
  });

  it('rise with time', () => {
    for (const line of [planLine(points), doneLine(points, series), likelyLine(points, series)]) {
      const sorted = [...line].sort((a, b) => a.share - b.share || a.value - b.value);
      expect(line).toEqual(sorted);
    }
  });

  it('keep the low end of the band under the high end', () => {
    expect(planBand(points).every(({ low, high }) => low <= high)).toBe(true);
  });
});

describe('paceMax', () => {
  it('fits the range, the band, the quota and what was done', () => {
    expect(paceMax(pacePoints(days), series)).toBe(20);
    expect(paceMax([], { ...series, now: null })).toBe(15);
    expect(paceMax([], { ...series, grades: [{ key: 'stretch', at: 24 }] })).toBe(24);
  });
});

describe('hasPace', () => {
  it('asks for working time and something asked or done', () => {
    expect(hasPace(series)).toBe(true);
    expect(hasPace({ ...series, days: [], now: null })).toBe(false);
    const free = days.map((each) => ({ ...each, minutes: 0 }));
    expect(hasPace({ ...series, days: free, now: null })).toBe(false);
  });
});
