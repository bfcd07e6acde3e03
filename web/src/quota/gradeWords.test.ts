import { beforeAll, describe, expect, it } from 'vitest';
import type { Pace } from '../api/types';
import { pace } from '../../test/fixtures';
import { gradesOf, isStretched } from './grades';
import { gradeWords } from './gradeWords';
import { bare, wordsIn } from '../../test/words';
import type { Words } from './words';

let en: Words;
let ar: Words;

beforeAll(async () => {
  [en, ar] = await Promise.all([wordsIn('en'), wordsIn('ar')]);
});

const graded = (part: Partial<Pace>): Pace => ({
  ...pace,
  amount: 200,
  floor: 160,
  stretch: 240,
  ...part,
});
const over = { ...pace.working_days, left: 0 };

describe('gradeWords', () => {
  it.each<[string, Partial<Pace>]>([
    ['72 more make the floor of 160. 152 more make the stretch of 240.', { counted: 88 }],
    ['1 more makes the floor of 160. 81 more make the stretch of 240.', { counted: 159 }],
    ['Floor 160 reached. 24 more make the stretch of 240.', { counted: 216, grade: 'quota' }],
    ['Floor 160 reached. 1 more makes the stretch of 240.', { counted: 239, grade: 'quota' }],
    ['Stretch 240 reached.', { counted: 251, grade: 'stretch' }],
    ['72 short of the floor of 160. 152 short of the stretch of 240.', { working_days: over }],
    ['The floor is 160. The stretch is 240.', { counted: 0, state: 'not_started' }],
    ['152 more make the stretch of 240.', { floor: null }],
    ['72 more make the floor of 160.', { stretch: null }],
    ['Floor 160 reached.', { counted: 160, stretch: null, grade: 'floor' }],
  ])('%s', (said, part) => {
    expect(gradeWords(graded(part), en)).toBe(said);
    expect(bare(gradeWords(graded(part), ar) ?? '')).toMatch(/\p{Script=Arabic}/u);
    expect(gradeWords(graded(part), ar)).not.toMatch(/[a-z]/i);
  });

  it('is silent without grades, and where nothing is asked', () => {
    expect(gradeWords(pace, en)).toBeNull();
    expect(gradeWords(graded({ amount: 0, floor: 0, stretch: 0 }), en)).toBeNull();
    expect(gradeWords(graded({ state: 'excused' }), en)).toBeNull();
  });

  it('has the Arabic plural of what is missing', () => {
    const missing = (n: number) => gradeWords(graded({ counted: 160 - n, stretch: null }), ar);
    const all = [1, 2, 5, 12].map(missing);
    expect(new Set(all).size).toBe(4);
  });
});

describe('gradesOf', () => {
  it('leaves out a grade that asks for nothing', () => {
    expect(gradesOf(graded({ floor: 0 }))).toEqual([{ key: 'stretch', at: 240 }]);
  });

  it('has no stretch to reach where nothing is asked', () => {
    expect(isStretched(graded({ grade: 'stretch' }))).toBe(true);
    expect(isStretched(graded({ grade: 'stretch', amount: 0, stretch: 0 }))).toBe(false);
    expect(isStretched(graded({ grade: 'quota' }))).toBe(false);
  });
});
