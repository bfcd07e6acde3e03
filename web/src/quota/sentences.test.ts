import { beforeAll, describe, expect, it } from 'vitest';
import { pace } from '../../test/fixtures';
import { paceSentence, plainText } from './sentences';
import { bare, wordsIn } from '../../test/words';
import type { Words } from './words';

let en: Words;
let ar: Words;

beforeAll(async () => {
  [en, ar] = await Promise.all([wordsIn('en'), wordsIn('ar')]);
});

const days = (left: number) => ({ ...pace.working_days, left });

describe('paceSentence', () => {
  it('says the pace, the chance and what it takes', () => {
    expect(paceSentence(pace, 'self', en)).toBe(
      'You are at <b>92% of the pace</b>. The chance to make 150 is <b>1 in 8</b>. ' +
        'From now on it takes <b>2.7 a day</b> instead of 2.2.',
    );
  });

  it('names the rep to a manager', () => {
    expect(paceSentence(pace, 'other', en)).toContain(
      'Elena Petrova is at <b>92% of the pace</b>.',
    );
  });

  it('says that less is enough when more was done than it takes', () => {
    const ahead = { ...pace, state: 'ahead' as const, needed_per_day: 1.9, so_far_per_day: 2.6 };
    expect(paceSentence(ahead, 'self', en)).toContain(
      'From now on <b>1.9 a day</b> are enough; so far it was 2.6.',
    );
  });

  it('counts what is missing on the last day instead of a rate', () => {
    const last = { ...pace, counted: 147, working_days: days(0.5) };
    expect(paceSentence(last, 'self', en)).toContain(
      'It takes <b>3 more</b>, with no more than a working day left.',
    );
  });

  it('does not speak of a working day on the days off at the end of a period', () => {
    const over = { ...pace, counted: 147, working_days: days(0), needed_per_day: null };
    const said = paceSentence(over, 'self', en);
    expect(said).toContain('<b>3</b> are missing, no working time is left.');
    expect(said).not.toContain('working day');
  });

  it.each([
    [0.004, '< 1%'],
    [0.996, '> 99%'],
    [0.3, '3 in 10'],
  ])('never says never: %d is %s', (p_reach, said) => {
    expect(paceSentence({ ...pace, p_reach }, 'self', en)).toContain(`is <b>${said}</b>.`);
  });

  it('leaves out what is not known', () => {
    const early = {
      ...pace,
      state: 'too_early' as const,
      counted: 2,
      p_reach: null,
      so_far_per_day: null,
    };
    expect(paceSentence(early, 'self', en)).toBe(
      '<b>Too early to tell.</b> <b>2</b> of 150 are done. From now on it takes <b>2.7 a day</b>.',
    );
    const unknown = { ...pace, p_reach: null, pace_ratio: null, needed_per_day: null };
    expect(paceSentence(unknown, 'self', en)).toBe('<b>88</b> of 150 are done.');
  });

  it.each([
    [
      { state: 'not_started' as const, first_day: '2026-10-12' },
      'It begins on <b>12 Oct</b>. 150 in 63 working days, <b>2.4 a day</b>.',
    ],
    [
      { state: 'not_started' as const },
      'It begins on <b>1 Oct</b>. 150 in 63 working days, <b>2.4 a day</b>.',
    ],
    [
      { state: 'made' as const, counted: 160, working_days: days(12) },
      '<b>Made</b>: 160 of 150, with 12 working days left.',
    ],
    [
      { state: 'made' as const, counted: 160, working_days: days(1) },
      '<b>Made</b>: 160 of 150, with 1 working day left.',
    ],
    [{ state: 'made' as const, counted: 160, working_days: days(0) }, '<b>Made</b>: 160 of 150.'],
    [{ state: 'missed' as const, counted: 140 }, '<b>Missed</b>: 140 of 150, 10 short.'],
    [
      { state: 'excused' as const, amount: 0, working_days: { total: 0, elapsed: 0, left: 0 } },
      '<b>Excused</b>: this period has no working day.',
    ],
    [
      {
        state: 'excused' as const,
        amount: 0,
        working_days: { total: 0, elapsed: 0, left: 0 },
        proration: [{ why: 'leave' as const, minutes: 2400 }],
      },
      '<b>Excused</b>: away this period.',
    ],
    [{ state: 'excused' as const, amount: 0 }, '<b>Excused</b>: nothing is asked this period.'],
    [
      { state: 'excused' as const },
      '<b>Excused</b>: 88 of 150, and it is not held against anybody.',
    ],
    [{ state: 'made' as const, amount: 0, counted: 0 }, '<b>Nothing is asked</b> this period.'],
    [
      { state: 'made' as const, amount: 0, counted: 3 },
      '<b>Nothing is asked</b> this period; 3 are done all the same.',
    ],
  ])('%o', (part, said) => {
    expect(paceSentence({ ...pace, ...part }, 'self', en)).toBe(said);
  });

  it('is said in Arabic, with Latin digits and the names kept apart', () => {
    expect(bare(paceSentence(pace, 'self', ar))).toBe(
      'الإنجاز عند <b>92% من الوتيرة</b>. فرصة بلوغ 150 هي <b>1 من 8</b>. من الآن يلزم <b>2.7 يوميًا</b> بدل 2.2.',
    );
    expect(paceSentence(pace, 'other', ar)).toContain('\u2068Elena Petrova\u2069');
  });

  it.each([
    [1, 'وبقي يوم عمل واحد.'],
    [2, 'وبقي يوما عمل.'],
    [5, 'وبقي 5 أيام عمل.'],
    [12, 'وبقي 12 يوم عمل.'],
    [100, 'وبقي 100 يوم عمل.'],
  ])('has the Arabic plural of %d days', (left, said) => {
    const made = { ...pace, state: 'made' as const, counted: 160, working_days: days(left) };
    expect(bare(paceSentence(made, 'self', ar))).toContain(said);
  });
});

describe('plainText', () => {
  it('takes the marks away and nothing else', () => {
    expect(plainText('It takes <b>2.7 a day</b>, < 3.')).toBe('It takes 2.7 a day, < 3.');
  });
});
