import { beforeAll, describe, expect, it } from 'vitest';
import type { Pace } from '../api/types';
import { detail, pace } from '../../test/fixtures';
import type { Part } from './partWords';
import { prorationWords } from './prorationWords';
import { wordsIn } from '../../test/words';
import type { Words } from './words';

let en: Words;
let ar: Words;

beforeAll(async () => {
  [en, ar] = await Promise.all([wordsIn('en'), wordsIn('ar')]);
});

/** 250 for a week of five days of 480 minutes, of which less is asked. */
const week = (proration: Part[], amount = 100): Pace => ({
  ...pace,
  amount,
  amount_full: 250,
  proration,
  minutes_full: 2400,
});

describe('prorationWords', () => {
  it('says what would be asked, for how many days, and what is taken off', () => {
    expect(prorationWords(week([{ why: 'holiday', minutes: 480 }]), en)).toBe(
      '250 for 5 days, less 1 holiday',
    );
    expect(prorationWords(detail, en)).toBe('152 for 64 days, less 1 holiday');
  });

  it.each<[Part['why'], string, string]>([
    ['holiday', '1 holiday', '2.5 holidays'],
    ['closing_day', '1 closing day', '2.5 closing days'],
    ['part_time', '1 day of part time', '2.5 days of part time'],
    ['not_employed', '1 day not with the company', '2.5 days not with the company'],
    ['leave', '1 day away', '2.5 days away'],
    ['ramp', '1 day’s worth of ramp', '2.5 days’ worth of ramp'],
  ])('has words for %s', (why, one, more) => {
    const said = (minutes: number) => prorationWords(week([{ why, minutes }]), en);
    expect(said(480)).toBe(`250 for 5 days, less ${one}`);
    expect(said(1200)).toBe(`250 for 5 days, less ${more}`);
    const inArabic = prorationWords(week([{ why, minutes: 1200 }]), ar);
    expect(inArabic).toMatch(/^250 لـ 5 أيام، ناقص .*2\.5 \p{Script=Arabic}/u);
    expect(inArabic).not.toMatch(/[a-z]/);
  });

  it('lists several reasons in their order', () => {
    const all = week([
      { why: 'holiday', minutes: 480 },
      { why: 'part_time', minutes: 960 },
      { why: 'leave', minutes: 480 },
      { why: 'ramp', minutes: 720 },
    ]);
    expect(prorationWords(all, en)).toBe(
      '250 for 5 days, less 1 holiday, 2 days of part time, 1 day away, 1.5 days’ worth of ramp',
    );
  });

  it('measures by the full-time day of the calendar', () => {
    const short = { ...week([{ why: 'leave', minutes: 240 }]), minutes_full: 1200 };
    expect(prorationWords({ ...short, full_day_minutes: 240 }, en)).toBe(
      '250 for 5 days, less 1 day away',
    );
  });

  it('says what was added', () => {
    expect(prorationWords(week([{ why: 'moved_day', minutes: -480 }], 300), en)).toBe(
      '250 for 5 days, plus 1 moved working day',
    );
    expect(prorationWords(week([{ why: 'part_time', minutes: -240 }], 275), en)).toBe(
      '250 for 5 days, plus 0.5 days of longer hours',
    );
    const both = week([
      { why: 'holiday', minutes: 480 },
      { why: 'moved_day', minutes: -240 },
    ]);
    expect(prorationWords(both, en)).toBe(
      '250 for 5 days, less 1 holiday, plus 0.5 moved working days',
    );
  });

  it('takes the full amount for that of the days that ask', () => {
    const late = { ...week([{ why: 'before_start', minutes: 960 }], 150), amount_full: 150 };
    expect(prorationWords(late, en)).toBeNull();
    const proration: Part[] = [...late.proration, { why: 'holiday', minutes: 480 }];
    expect(prorationWords({ ...late, amount: 100, proration }, en)).toBe(
      '150 for 3 of 5 days, less 1 holiday; 2 days were before the quota began',
    );
  });

  it('says that others were asked, also where nothing else was taken off', () => {
    const moved = { ...week([{ why: 'not_asked', minutes: 1440 }]), amount_full: 100 };
    expect(prorationWords(moved, en)).toBe('100 for 2 of 5 days; on 3 days it asked others');
    expect(prorationWords(moved, ar)).toMatch(/^100 لـ 2 من 5 أيام؛ \p{Script=Arabic}/u);
  });

  it('never says that nothing was taken off where something was', () => {
    const briefly = { ...week([{ why: 'leave', minutes: 10 }], 9_990), amount_full: 10_000 };
    expect(prorationWords(briefly, en)).toBe('10,000 for 5 days, less 0.1 days away');
  });

  it('is silent where nothing changed, and where only a moved day is worked', () => {
    expect(prorationWords(week([], 250), en)).toBeNull();
    expect(prorationWords({ ...detail, amount_full: pace.amount }, en)).toBeNull();
    const saturday = week([{ why: 'moved_day', minutes: -480 }], 50);
    expect(prorationWords({ ...saturday, amount_full: 0, minutes_full: 480 }, en)).toBeNull();
  });

  it('has Arabic plurals', () => {
    const said = (part: Part) => prorationWords(week([part]), ar);
    expect(said({ why: 'holiday', minutes: 480 })).toBe('250 لـ 5 أيام، ناقص عطلة واحدة');
    expect(said({ why: 'holiday', minutes: 960 })).toBe('250 لـ 5 أيام، ناقص عطلتين');
    expect(said({ why: 'leave', minutes: 480 })).toBe('250 لـ 5 أيام، ناقص يوم غياب واحد');
    expect(said({ why: 'leave', minutes: 960 })).toBe('250 لـ 5 أيام، ناقص يومي غياب');
  });
});
