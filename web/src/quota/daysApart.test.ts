import { describe, expect, it } from 'vitest';
import type { PaceDay } from '../api/types';
import { bare, wordsIn } from '../../test/words';
import { apartWords } from './apartWords';
import { daysApart } from './daysApart';

type Part = Partial<PaceDay>;

/** Two weeks from Monday 2 March 2026, with what differs. */
function twoWeeks(parts: Record<number, Part>) {
  return Array.from({ length: 14 }, (_, index) => {
    const free = index % 7 > 4;
    return {
      day: `2026-03-${String(2 + index).padStart(2, '0')}`,
      kind: free ? ('off' as const) : ('work' as const),
      name: null,
      minutes: free ? 0 : 480,
      usual_minutes: free ? 0 : 480,
      ramp_percent: 100,
      ...parts[index],
    };
  });
}

const away: Part = { kind: 'leave', minutes: 0 };

describe('days that differ', () => {
  it('are none in a usual period', () => {
    expect(daysApart(twoWeeks({}))).toEqual([]);
  });

  it('join a leave over the weekend, and part it at a day of work', () => {
    const days = twoWeeks({ 3: away, 4: away, 7: away, 9: away });
    expect(daysApart(days).map(({ why, from, to }) => [why, from, to])).toEqual([
      ['leave', '2026-03-05', '2026-03-09'],
      ['leave', '2026-03-11', '2026-03-11'],
    ]);
  });

  it('keep holidays of different names apart, and leave out one on a free day', () => {
    const days = twoWeeks({
      1: { kind: 'holiday', name: 'A', minutes: 0 },
      2: { kind: 'holiday', name: 'B', minutes: 0 },
      5: { kind: 'holiday', name: 'C' },
    });
    expect(daysApart(days).map(({ name }) => name)).toEqual(['A', 'B']);
  });

  it('know a short day, a moved one and shorter hours', () => {
    const days = twoWeeks({
      0: { minutes: 240, name: 'Eve' },
      5: { kind: 'work', minutes: 480, name: 'moved' },
      7: { minutes: 240 },
      8: { minutes: 120 },
    });
    expect(daysApart(days).map(({ why }) => why)).toEqual(['short', 'moved', 'hours']);
  });

  it('part a ramp where its share changes', () => {
    const days = twoWeeks({}).map((day, index) => ({ ...day, ramp_percent: index < 7 ? 25 : 50 }));
    expect(daysApart(days).map(({ from, to, ramp_percent }) => [from, to, ramp_percent])).toEqual([
      ['2026-03-02', '2026-03-06', 25],
      ['2026-03-09', '2026-03-13', 50],
    ]);
  });

  it('go on with a ramp after a leave', () => {
    const days = twoWeeks({ 2: away }).map((day) => ({ ...day, ramp_percent: 50 }));
    expect(daysApart(days).map(({ why, from, to }) => [why, from, to])).toEqual([
      ['ramp', '2026-03-02', '2026-03-13'],
      ['leave', '2026-03-04', '2026-03-04'],
    ]);
  });

  it('are said in words', async () => {
    const days = twoWeeks({
      0: { minutes: 240, name: 'Eve' },
      1: { kind: 'holiday', name: 'Liberation Day', minutes: 0 },
      2: away,
      3: away,
      5: { kind: 'work', minutes: 480, name: 'For 2 March' },
    });
    const words = await wordsIn('en');
    expect(daysApart(days).map((apart) => bare(apartWords(apart, words)))).toEqual([
      'Mon 2 Mar: Eve, 4 of 8 h',
      'Tue 3 Mar: Liberation Day',
      '4 Mar to 5 Mar: away',
      'Sat 7 Mar: For 2 March, 8 h are worked',
    ]);
  });
});
