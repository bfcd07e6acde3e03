import { beforeAll, describe, expect, it } from 'vitest';
import { detail, pace } from './fixtures';
import { prorationWords } from './prorationWords';
import { wordsIn } from './testWords';
import type { Words } from './words';

let en: Words;
let ar: Words;

beforeAll(async () => {
  [en, ar] = await Promise.all([wordsIn('en'), wordsIn('ar')]);
});

const week = {
  amount: 200,
  amount_full: 250,
  proration: [{ why: 'holiday' as const, minutes: 480 }],
  working_days: { total: 4, elapsed: 1, left: 3 },
};

describe('prorationWords', () => {
  it('says what would be asked, for how many days, and what is taken off', () => {
    expect(prorationWords(week, en)).toBe('250 for 5 days, less 1 holiday');
    expect(prorationWords(detail, en)).toBe('152 for 64 days, less 1 holiday');
  });

  it('measures by the full-time day of the calendar', () => {
    const short = {
      ...week,
      proration: [{ why: 'holiday' as const, minutes: 240 }],
      days: [{ minutes: 240 }],
    };
    expect(prorationWords(short, en)).toBe('250 for 5 days, less 1 holiday');
  });

  it('knows halves, added days and late beginnings', () => {
    const half = {
      ...week,
      working_days: { ...week.working_days, total: 4.5 },
      proration: [{ why: 'holiday' as const, minutes: 240 }],
    };
    expect(prorationWords(half, en)).toBe('250 for 5 days, less 0.5 holidays');
    const moved = {
      ...week,
      amount: 300,
      working_days: { ...week.working_days, total: 6 },
      proration: [{ why: 'moved_day' as const, minutes: -480 }],
    };
    expect(prorationWords(moved, en)).toBe('250 for 5 days, plus 1 moved working day');
    const both = {
      ...week,
      working_days: { ...week.working_days, total: 3 },
      proration: [
        { why: 'before_start' as const, minutes: 960 },
        { why: 'holiday' as const, minutes: 480 },
        { why: 'moved_day' as const, minutes: -480 },
      ],
    };
    expect(prorationWords(both, en)).toBe(
      '250 for 5 days, less 2 days before the quota began, 1 holiday, plus 1 moved working day',
    );
  });

  it('is silent when nothing was taken off', () => {
    expect(prorationWords({ ...week, proration: [] }, en)).toBeNull();
    expect(prorationWords({ ...pace, amount_full: pace.amount }, en)).toBeNull();
  });

  it('has Arabic plurals', () => {
    expect(prorationWords(week, ar)).toBe('250 لـ 5 أيام، ناقص عطلة واحدة');
    const two = {
      ...week,
      working_days: { ...week.working_days, total: 3 },
      proration: [{ why: 'holiday' as const, minutes: 960 }],
    };
    expect(prorationWords(two, ar)).toBe('250 لـ 5 أيام، ناقص عطلتين');
  });
});
