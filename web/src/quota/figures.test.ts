import { beforeAll, describe, expect, it } from 'vitest';
import { changesOf, draftOf } from './correction';
import { csvOf } from './exportRows';
import { detail, evidenceRow, pace } from '../../test/fixtures';
import { formulaLines } from './formulaLines';
import { paceSeries } from './paceSeries';
import { asksNothing, phaseOf } from './phase';
import { wordsIn } from '../../test/words';
import type { Words } from './words';

let en: Words;

beforeAll(async () => {
  en = await wordsIn('en');
});

describe('formulaLines', () => {
  it('puts the numbers in', () => {
    expect(formulaLines(detail, en.format)).toEqual([
      { key: 'expected', sum: '150 × 40 / 63', figure: '95.2' },
      { key: 'pace', sum: '88 / 95.2', figure: '92%' },
      { key: 'so_far', sum: '88 / 40', figure: '2.2' },
      { key: 'needed', sum: '(150 − 88) / 23', figure: '2.7' },
    ]);
  });

  it('shows the figure alone where the sum would say something else', () => {
    const ramped = { ...detail, expected_by_now: 60 };
    expect(formulaLines(ramped, en.format)[0]).toEqual({
      key: 'expected',
      sum: null,
      figure: '60',
    });
  });

  it('leaves out what is not known', () => {
    const early = { ...detail, pace_ratio: null, so_far_per_day: null, needed_per_day: null };
    expect(formulaLines(early, en.format).map(({ key }) => key)).toEqual(['expected']);
  });
});

describe('correction', () => {
  const row = evidenceRow({ duration_s: 12 });
  const draft = draftOf(row, (seconds) => `0:${seconds}`);

  it('sends only what differs', () => {
    expect(changesOf(row, draft)).toEqual({});
    expect(changesOf(row, { ...draft, duration: '1:12' })).toEqual({ duration_s: 72 });
    expect(changesOf(row, { ...draft, outcome: 'agreed', direction: 'inbound' })).toEqual({
      outcome: 'agreed',
      direction: 'inbound',
    });
  });

  it('takes an emptied topic and length away', () => {
    expect(changesOf(row, { ...draft, topic: '  ', duration: '' })).toEqual({
      topic: null,
      duration_s: null,
    });
  });

  it('refuses a length that cannot be read', () => {
    expect(changesOf(row, { ...draft, duration: 'a while' })).toBeNull();
  });
});

describe('csvOf', () => {
  it('has a head and a line for each row', () => {
    const lines = csvOf([evidenceRow({})]).split('\r\n');
    expect(lines[0]).toBe(
      'occurred_at,contact_name,account_name,kind,direction,duration_s,outcome,topic,counts,reason,detail',
    );
    expect(lines[1]).toBe(
      '2026-11-26T15:12:00Z,Ana Costa,,call,outbound,271,listened,retirement planning,true,first_in_period,',
    );
  });

  it('quotes what needs it and disarms formulas', () => {
    const row = evidenceRow({ contact_name: 'Costa, "Ana"', topic: '=1+1' });
    expect(csvOf([row])).toContain(`"Costa, ""Ana"""`);
    expect(csvOf([row])).toContain(`,'=1+1,`);
  });
});

describe('paceSeries', () => {
  it('knows where a running period stands', () => {
    expect(paceSeries(detail, '2026-11-27').now).toEqual({
      day: '2026-11-27',
      share: 40 / 63,
      counted: 88,
      expected: 95.2,
    });
  });

  it('goes by the working days, also where nobody works full time', () => {
    const halves = { ...detail, working_days: { total: 1, elapsed: 0.75, left: 0.25 } };
    expect(paceSeries(halves, '2026-11-27').now?.share).toBe(0.75);
    const none = { ...detail, working_days: { total: 0, elapsed: 0, left: 0 } };
    expect(paceSeries(none, '2026-11-27').now?.share).toBe(0);
  });

  it('draws the days that ask: a quota may begin after its period, or ask others in between', () => {
    const days = detail.days.slice(0, 4).map((day, at) => ({
      ...day,
      kind: at === 2 ? ('work' as const) : ('not_asked' as const),
    }));
    expect(paceSeries({ ...detail, days }, '2026-10-03').days).toEqual([days[2]]);
  });

  it('has floor and stretch where the quota has them', () => {
    expect(paceSeries(detail, '2026-11-27').grades).toEqual([]);
    expect(paceSeries({ ...detail, floor: 120, stretch: 180 }, '2026-11-27').grades).toEqual([
      { key: 'floor', at: 120 },
      { key: 'stretch', at: 180 },
    ]);
  });

  it('stands nowhere before and after the period', () => {
    expect(paceSeries(detail, '2026-09-30').now).toBeNull();
    expect(paceSeries(detail, '2027-01-01').now).toBeNull();
  });
});

describe('phaseOf', () => {
  it('is half-open', () => {
    expect(phaseOf(pace, '2026-10-01')).toBe('running');
    expect(phaseOf(pace, '2026-12-31')).toBe('running');
    expect(phaseOf(pace, '2027-01-01')).toBe('closed');
    expect(phaseOf({ ...pace, state: 'not_started' }, '2026-09-30')).toBe('before');
  });

  it('knows a quota that asks for nothing', () => {
    expect(asksNothing({ ...pace, amount: 0 })).toBe(true);
    expect(asksNothing({ ...pace, state: 'excused' })).toBe(true);
    expect(asksNothing(pace)).toBe(false);
  });
});
