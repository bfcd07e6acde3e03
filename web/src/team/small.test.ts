import { describe, expect, it } from 'vitest';
import { ApiFault } from '../api/fault';
import { i18nIn } from '../../test/language';
import { differences, withDays, withoutDay, yearsOf } from './calendars';
import { effectsOf } from './effects';
import { faultWords } from './faults';
import { awayCount, awayOn, daysOf, monthAfter } from './monthGrid';
import { rampSteps } from './ramp';
import { Refused } from './useApply';

const leave = (from: string, to: string, minutes: number | null = null) => ({
  leave_id: from,
  from,
  to,
  minutes,
});

describe('a month', () => {
  it('has its days and its neighbours, also over a year', () => {
    expect(daysOf('2026-02')).toHaveLength(28);
    expect(daysOf('2028-02').at(-1)).toBe('2028-02-29');
    expect(monthAfter('2026-12', 1)).toBe('2027-01');
    expect(monthAfter('2026-01', -1)).toBe('2025-12');
  });

  it('shows a leave to the day before its end, a whole day before some hours', () => {
    const leaves = [leave('2026-03-02', '2026-03-04'), leave('2026-03-03', '2026-03-05', 240)];
    const days = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'];
    expect(days.map((day) => awayOn(leaves, day))).toEqual([null, 'whole', 'whole', 'part', null]);
    expect(awayCount([leaves, []], '2026-03-04')).toBe(1);
  });
});

describe('days that differ', () => {
  const days = [
    { day: '2026-03-03', minutes: 0, name: 'Liberation Day' },
    { day: '2027-01-01', minutes: 0 },
  ];

  it('are compared with a file before it is taken', () => {
    const read = [
      { day: '2026-03-03', minutes: 0, name: 'Liberation Day' },
      { day: '2027-01-01', minutes: 0, name: 'New Year' },
      { day: '2026-05-24', minutes: 0, name: 'St Cyril' },
    ];
    expect(differences(days, read)).toEqual({ fresh: 1, changed: 1, same: 1 });
    expect(withDays(days, read).map(({ day }) => day)).toEqual([
      '2026-03-03',
      '2026-05-24',
      '2027-01-01',
    ]);
  });

  it('are taken away one by one', () => {
    expect(withoutDay(days, '2026-03-03')).toEqual([days[1]]);
    expect(yearsOf(days)).toEqual(['2026', '2027']);
  });
});

describe('steps of a ramp', () => {
  it('leave empty lines out', () => {
    const texts = [
      { days: '0', percent: '25' },
      { days: '', percent: '' },
      { days: '90', percent: '100' },
    ];
    expect(rampSteps(texts)).toEqual([
      { after_days: 0, percent: 25 },
      { after_days: 90, percent: 100 },
    ]);
  });

  it('are refused when not later, above all, broken or none', () => {
    const ramp = (...steps: [string, string][]) =>
      rampSteps(steps.map(([days, percent]) => ({ days, percent })));
    expect(ramp(['30', '50'], ['30', '75'])).toBeNull();
    expect(ramp(['0', '101'])).toBeNull();
    expect(ramp(['x', '50'])).toBeNull();
    expect(ramp(['0', ''])).toBeNull();
    expect(ramp(['', ''])).toBeNull();
  });
});

describe('what a leave does', () => {
  it('is said of quotas that changed only', () => {
    const pace = (quota_id: string, amount: number) => ({ quota_id, name: quota_id, amount });
    const effects = effectsOf([pace('a', 250), pace('b', 10)], [pace('a', 200), pace('b', 10)]);
    expect(effects).toMatchObject([{ quota_id: 'a', before: 250, after: 200 }]);
  });
});

describe('faults', () => {
  const at = (pointer: string, code: string) => ({ pointer, code, detail: '' });

  it('stand at their field, whatever the place in the list', async () => {
    const refused = new Refused([
      at('/users/3/email', 'email.malformed'),
      at('/users/3/zone', 'zone.unknown'),
    ]);
    const words = faultWords(refused, await i18nIn('en'));
    expect(words.at('email')).toBe('This is not an e-mail address.');
    expect(words.at('name')).toBeUndefined();
    expect(words.rest(['email'])).toBe('No time zone has this name. An example: Europe/Sofia.');
    expect(words.rest(['email', 'zone'])).toBeNull();
  });

  it('name a code that has no words here, and silence', async () => {
    const i18n = await i18nIn('en');
    const problem = { status: 400, title: '', detail: '', faults: [], retry_after_s: null };
    const fault = new ApiFault({ ...problem, code: 'moon.full' });
    expect(faultWords(fault, i18n).rest([])).toBe('The server refused this: moon.full.');
    expect(faultWords(new TypeError('away'), i18n).rest([])).toMatch(/^No answer/);
    expect(faultWords(null, i18n).rest([])).toBeNull();
  });
});
