import { describe, expect, it } from 'vitest';
import type { PaceDay } from '../api/types';
import { stripOf } from './dayStrip';

const KINDS: Record<string, PaceDay['kind']> = { w: 'work', h: 'holiday', n: 'not_asked' };

const days = (from: string, kinds: string): Pick<PaceDay, 'day' | 'kind'>[] =>
  [...kinds].map((sign, index) => ({
    day: new Date(Date.parse(from) + index * 86_400_000).toISOString().slice(0, 10),
    kind: KINDS[sign] ?? 'off',
  }));

// From Monday 23 November: five days, a weekend, then a holiday and leave.
const calendar = days('2026-11-23', 'wwwwwoohoww');

describe('the day strip', () => {
  it('counts working days and shows which one is today', () => {
    expect(stripOf(calendar, '2026-11-26')).toMatchObject({ at: 4, total: 7, left: 4 });
  });

  it('counts the days that are done on a free day', () => {
    expect(stripOf(calendar, '2026-11-28')).toMatchObject({ at: 5, total: 7, left: 2 });
  });

  it('leaves weekends out, keeps holidays and leave, and parts the weeks', () => {
    const strip = stripOf(calendar, '2026-11-26').days;
    expect(strip.map(({ look }) => look)).toEqual([
      'past',
      'past',
      'past',
      'today',
      'coming',
      'free',
      'free',
      'coming',
      'coming',
    ]);
    expect(strip.findIndex(({ weekBegins }) => weekBegins)).toBe(5);
  });

  it('leaves the weekends out also where the quota asks others, and counts only its own days', () => {
    const moved = stripOf(days('2026-11-23', 'wwnnnnnnn'), '2026-11-24');
    expect(moved.days).toHaveLength(7);
    expect(moved).toMatchObject({ at: 2, total: 2, left: 1 });
  });
});
