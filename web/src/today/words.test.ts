import type { I18n } from '@lingui/core';
import { describe, expect, it } from 'vitest';
import { i18nIn } from '../../test/language';
import type { Pace } from '../api/types';
import { createFormat } from '../format';
import { pace } from '../../test/fixtures';
import { needLine } from './needLine';
import { quotaTitle } from './quotaTitle';
import { daySentence } from './sentence';

const formatOf = (i18n: I18n) => createFormat(i18n, 'en-GB', 'Europe/Sofia');
const left = (days: number) => ({ total: 63, elapsed: 63 - days, left: days });
const calls: Pace = {
  ...pace,
  unit: 'activities',
  rule: { ...pace.rule, unit: 'activities', after_signal: null },
};

describe('what it takes from now on', () => {
  it.each<[string, Partial<Pace>]>([
    ['62 in 23 days: 2.7 a day, so far 2.2', {}],
    ['62 in 23 days: 2.7 a day', { so_far_per_day: null }],
    ['36 by 31 Dec, usual day 54', { counted: 114, so_far_per_day: 53.5, working_days: left(0.5) }],
    ['36 by 31 Dec', { counted: 114, so_far_per_day: null, working_days: left(1) }],
    ['36 today', { counted: 114, so_far_per_day: null, working_days: left(1), period_kind: 'day' }],
    ['62 missing, no working day left', { working_days: left(0) }],
    ['so far 2.2 a day', { counted: 150, state: 'made' }],
    ['62 were missing at the end', { state: 'missed' }],
    ['nothing is asked this period', { amount: 0, state: 'excused' }],
  ])('%s', async (words, part) => {
    const i18n = await i18nIn('en');
    expect(needLine({ ...pace, ...part }, formatOf(i18n), i18n)).toBe(words);
  });

  it('counts days in Arabic', async () => {
    const i18n = await i18nIn('ar');
    const line = (days: number) =>
      needLine({ ...pace, working_days: left(days) }, formatOf(i18n), i18n);
    expect(line(2)).toContain('في يومين');
    expect(line(5)).toContain('في 5 أيام');
    expect(line(23)).toContain('في 23 يومًا');
  });
});

describe('the title of a quota', () => {
  it('starts with a verb and counts', async () => {
    const i18n = await i18nIn('en');
    expect(quotaTitle(calls, 12, i18n)).toBe('Make 12 more calls today');
    expect(quotaTitle(calls, 1, i18n)).toBe('Make 1 more call today');
    expect(quotaTitle(pace, 3, i18n)).toBe(
      'Speak with 3 people who commented on retirement planning',
    );
  });

  it('names a quota of several kinds', async () => {
    const rule = { ...calls.rule, kinds: ['call', 'meeting'] };
    const mixed = { ...calls, rule, name: 'Talks' };
    expect(quotaTitle(mixed, 4, await i18nIn('en'))).toBe('Log 4 more today for Talks');
  });

  it('counts in Arabic', async () => {
    const i18n = await i18nIn('ar');
    expect(quotaTitle(calls, 2, i18n)).toBe('إجراء مكالمتين إضافيتين اليوم');
    expect(quotaTitle(calls, 12, i18n)).toBe('إجراء 12 مكالمة إضافية اليوم');
  });
});

describe('the sentence of the day', () => {
  it.each([
    [{ hot: 1, waiting: 3, behind: 2 }, 'One hot lead is waiting, 2 quotas behind.'],
    [{ hot: 0, waiting: 2, behind: 0 }, '2 contacts are waiting, no quota behind.'],
    [{ hot: 0, waiting: 0, behind: 1 }, 'Nobody is waiting, one quota behind.'],
    [{ hot: 0, waiting: 0, behind: 0 }, 'Nobody is waiting and no quota is behind.'],
    [{ hot: 1, waiting: 4, behind: null }, 'One hot lead is waiting.'],
    [{ hot: 0, waiting: 0, behind: null }, 'Nobody is waiting.'],
  ])('%j', async (counts, words) => {
    const own = { ...counts, elsewhere: false, off: false };
    expect(daySentence(own, await i18nIn('en'))).toBe(words);
  });

  it.each([
    [{ hot: 1, waiting: 3 }, 'One hot lead of your colleagues is waiting.'],
    [{ hot: 0, waiting: 2 }, '2 contacts of your colleagues are waiting.'],
    [{ hot: 0, waiting: 0 }, 'Nobody is waiting.'],
  ])('tells who has no quota of no quota, and whose contacts wait: %j', async (counts, words) => {
    const of_manager = { ...counts, elsewhere: true, behind: null, off: false };
    expect(daySentence(of_manager, await i18nIn('en'))).toBe(words);
  });

  it.each([
    [0, 'Nothing is asked of you today; your quotas can wait.'],
    [1, 'One contact is waiting. Nothing is asked of you today; your quotas can wait.'],
  ])('does not press on a day off, with %d who wait', async (waiting, words) => {
    const counts = { hot: 0, waiting, elsewhere: false, behind: 2, off: true };
    expect(daySentence(counts, await i18nIn('en'))).toBe(words);
  });
});
