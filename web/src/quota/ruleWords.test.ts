import { beforeAll, describe, expect, it } from 'vitest';
import type { Rule } from '../api/types';
import { rule } from '../../test/fixtures';
import { either, secondsWords } from './kindWords';
import { ruleWords } from './ruleWords';
import { bare, wordsIn } from '../../test/words';
import type { Words } from './words';

let en: Words;
let ar: Words;

beforeAll(async () => {
  [en, ar] = await Promise.all([wordsIn('en'), wordsIn('ar')]);
});

const spoken = (outcome: string) => outcome.replaceAll('_', ' ');
const say = (part: Partial<Rule>) => bare(ruleWords({ ...rule, ...part }, spoken, en));

const plain: Partial<Rule> = {
  unit: 'activities',
  min_duration_s: 0,
  repeat_window_s: 0,
  after_signal: null,
  currency: null,
};

describe('ruleWords', () => {
  it('reads a whole rule as one sentence', () => {
    expect(say({})).toBe(
      'Outbound calls of 20 seconds or more to different contacts who commented on retirement planning in the 90 days before',
    );
  });

  it.each<[Partial<Rule>, string]>([
    [{ ...plain }, 'Outbound calls'],
    [{ ...plain, kinds: [], directions: [] }, 'Activities'],
    [{ ...plain, unit: 'won', kinds: [], directions: [] }, 'Opportunities won'],
    [
      {
        ...plain,
        unit: 'booked',
        currency: 'EUR',
        kinds: [],
        directions: [],
        product_lines: ['gtx'],
      },
      'Revenue booked for the product line gtx',
    ],
    [
      { ...plain, kinds: ['meeting', 'visit', 'demo'], directions: [] },
      'Meetings, visits or demos',
    ],
    [{ ...plain, kinds: ['webinar'], directions: ['inbound'] }, 'Incoming webinar'],
    [
      { ...plain, repeat_window_s: 300 },
      'Outbound calls; the same contact counts again after 5 minutes',
    ],
    [{ ...plain, kinds: ['email'], directions: [], repeat_window_s: 300 }, 'E-mails'],
    [
      { ...plain, outcomes: ['agreed', 'call_back'] },
      'Outbound calls that ended with “agreed or call back”',
    ],
    [
      { ...plain, temperatures: ['hot'], relations: ['new'] },
      'Outbound calls to contacts who are hot or new to us',
    ],
    [
      { ...plain, unit: 'accounts', segments: ['dental'] },
      'Outbound calls to different accounts of the segment dental',
    ],
    [
      { ...plain, topics: ['group health'], product_lines: ['life'], sources: ['fair'] },
      'Outbound calls on group health for the product line life to contacts from fair',
    ],
    [
      { ...plain, after_signal: { kinds: [], topics: [], within_days: 1 } },
      'Outbound calls to contacts who gave a signal in the 1 day before',
    ],
  ])('%o', (part, said) => {
    expect(say(part)).toBe(said);
  });

  it('reads in Arabic', () => {
    expect(bare(ruleWords(rule, spoken, ar))).toBe(
      'مكالمات صادرة مدتها 20 ثانية أو أكثر مع جهات مختلفة علّقت على retirement planning خلال 90 يومًا قبلها',
    );
  });
});

describe('secondsWords', () => {
  it.each([
    [1, '1 second'],
    [20, '20 seconds'],
    [60, '1 minute'],
    [90, '90 seconds'],
    [300, '5 minutes'],
  ])('%d', (seconds, said) => {
    expect(secondsWords(seconds, en)).toBe(said);
  });

  it.each([
    [1, 'ثانية واحدة'],
    [2, 'ثانيتين'],
    [5, '5 ثوانٍ'],
    [20, '20 ثانية'],
    [300, '5 دقائق'],
  ])('%d in Arabic', (seconds, said) => {
    expect(secondsWords(seconds, ar)).toBe(said);
  });
});

describe('either', () => {
  it('joins any number', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((list) => bare(either(list, en)))).toEqual([
      '',
      'a',
      'a or b',
      'a, b or c',
    ]);
  });

  it('isolates its parts and nothing around them: an isolate of isolates alone reads from left to right', () => {
    expect(either(['a', 'b', 'c'], ar)).toBe('\u2068a\u2069، \u2068b\u2069 أو \u2068c\u2069');
    expect(either(['a'], ar)).toBe('a');
  });
});
