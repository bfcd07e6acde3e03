import { beforeAll, describe, expect, it } from 'vitest';
import type { PaceDay } from '../api/types';
import { detail, pace } from '../../test/fixtures';
import { prorationWords } from './prorationWords';
import { wordsIn } from '../../test/words';
import type { Words } from './words';

let en: Words;
let ar: Words;

beforeAll(async () => {
  [en, ar] = await Promise.all([wordsIn('en'), wordsIn('ar')]);
});

/** Working days of these minutes, all since the quota began. */
const daysOf = (...minutes: number[]) =>
  minutes.map((each) => ({ ...(detail.days[0] as PaceDay), minutes: each, plan: 1 }));

const week = {
  days: daysOf(480, 480, 480, 480),
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

  it('measures by the full-time day of the calendar, also where the period has none', () => {
    const halves = {
      ...week,
      days: daysOf(240, 240, 240, 240),
      working_days: { total: 2, elapsed: 0, left: 2 },
    };
    expect(prorationWords(halves, en)).toBe('250 for 3 days, less 1 holiday');
    const short = {
      ...week,
      days: daysOf(240, 240, 240, 240),
      proration: [{ why: 'holiday' as const, minutes: 240 }],
    };
    expect(prorationWords(short, en)).toBe('250 for 5 days, less 1 holiday');
  });

  it('does not take the days before the quota began for working time', () => {
    const before = daysOf(480, 480).map((day) => ({ ...day, plan: 0 }));
    const late = {
      ...week,
      days: [...before, ...daysOf(480, 480, 480)],
      working_days: { total: 3, elapsed: 0, left: 3 },
      proration: [{ why: 'before_start' as const, minutes: 960 }],
    };
    expect(prorationWords(late, en)).toBe('250 for 5 days, less 2 days before the quota began');
  });

  it('gives no number where the length of a day is not known', () => {
    const unknown = { ...week, days: [] };
    expect(prorationWords(unknown, en)).toBe('250 for the whole period; changed by holidays');
    expect(prorationWords(unknown, ar)).toMatch(/^250 .*العطل$/);
  });

  it('knows halves, added days and several reasons at once', () => {
    const half = {
      ...week,
      days: daysOf(480, 480, 480, 480, 240),
      working_days: { ...week.working_days, total: 4.5 },
      proration: [{ why: 'holiday' as const, minutes: 240 }],
    };
    expect(prorationWords(half, en)).toBe('250 for 5 days, less 0.5 holidays');
    const moved = {
      ...week,
      amount: 300,
      days: daysOf(480, 480, 480, 480, 480, 480),
      working_days: { ...week.working_days, total: 6 },
      proration: [{ why: 'moved_day' as const, minutes: -480 }],
    };
    expect(prorationWords(moved, en)).toBe('250 for 5 days, plus 1 moved working day');
    const both = {
      ...week,
      days: daysOf(480, 480, 480),
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
    expect(prorationWords({ ...detail, amount_full: pace.amount }, en)).toBeNull();
  });

  it('has Arabic plurals', () => {
    expect(prorationWords(week, ar)).toBe('250 لـ 5 أيام، ناقص عطلة واحدة');
    const two = {
      ...week,
      days: daysOf(480, 480, 480),
      working_days: { ...week.working_days, total: 3 },
      proration: [{ why: 'holiday' as const, minutes: 960 }],
    };
    expect(prorationWords(two, ar)).toBe('250 لـ 5 أيام، ناقص عطلتين');
  });
});
