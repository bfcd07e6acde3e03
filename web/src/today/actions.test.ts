import { describe, expect, it } from 'vitest';
import { pace as pacePlain } from '../../test/fixtures';
import type { FoundContact, Pace, Signal } from '../api/types';
import { actionsOf, isDayOff, stillToday, type TodayFacts } from './actions';

const contact = (contact_id: string, part: Partial<FoundContact> = {}): FoundContact => ({
  contact_id,
  name: `Contact ${contact_id}`,
  account_name: null,
  phone: null,
  email: null,
  relation: 'lead',
  temperature: 'warm',
  source: null,
  owner: null,
  last_activity_at: null,
  waiting_since: '2026-11-27T06:00:00Z',
  ...part,
});

const pace = (quota_id: string, part: Partial<Pace> = {}): Pace => ({
  ...pacePlain,
  quota_id,
  ...part,
});

const facts = (part: Partial<TodayFacts>): TodayFacts => ({
  me: '5',
  contacts: [],
  signals: [],
  pace: [],
  countedToday: new Map(),
  ...part,
});

const ids = (part: Partial<TodayFacts>) => actionsOf(facts(part)).actions.map(({ id }) => id);

describe('who waits', () => {
  it('comes warmest first, the newest first among equals', () => {
    const contacts = [
      contact('1'),
      contact('2', { waiting_since: '2026-11-27T07:00:00Z' }),
      contact('3', { temperature: 'hot', waiting_since: '2026-11-26T07:00:00Z' }),
      contact('4', { temperature: 'cold' }),
    ];
    expect(ids({ contacts })).toEqual(['answer 3', 'answer 2', 'answer 1', 'answer 4']);
  });

  it('is counted also beyond the list', () => {
    const contacts = Array.from({ length: 20 }, (_, index) =>
      contact(String(index), { temperature: index < 9 ? 'hot' : 'warm' }),
    );
    const list = actionsOf(facts({ contacts }));
    expect(list).toMatchObject({ waiting: 20, hot: 9 });
    expect(list.actions).toHaveLength(7);
  });

  it('waits elsewhere when all who are told of are of somebody else', () => {
    const of = (rep_id: string, part: Partial<FoundContact> = {}) =>
      contact(`of ${rep_id}`, { owner: { rep_id, name: `Rep ${rep_id}` }, ...part });
    const elsewhere = (contacts: FoundContact[]) => actionsOf(facts({ contacts })).elsewhere;
    expect(elsewhere([])).toBe(false);
    expect(elsewhere([of('6'), of('7')])).toBe(true);
    expect(elsewhere([of('6'), of('5')])).toBe(false);
    expect(elsewhere([of('6'), contact('of nobody')])).toBe(false);
    expect(elsewhere([of('6', { temperature: 'hot' }), of('5')])).toBe(true);
  });

  it('is nobody who does not wait', () => {
    expect(ids({ contacts: [contact('1', { waiting_since: null })] })).toEqual([]);
  });

  it('is told with the newest signal', () => {
    const signal = (signal_id: string, occurred_at: string): Signal => ({
      signal_id,
      contact_id: '1',
      contact_name: 'Contact 1',
      account_name: null,
      kind: 'comment',
      topic: null,
      occurred_at,
      temperature: 'warm',
    });
    const signals = [signal('8', '2026-11-26T06:00:00Z'), signal('9', '2026-11-27T06:00:00Z')];
    const [action] = actionsOf(facts({ contacts: [contact('1')], signals })).actions;
    expect(action?.do === 'answer' && action.signal?.signal_id).toBe('9');
  });
});

describe('quotas', () => {
  it('that are behind come after who waits, the least likely first', () => {
    const quotas = [pace('1', { p_reach: 0.3 }), pace('2', { p_reach: 0.1 })];
    expect(ids({ contacts: [contact('1')], pace: quotas })).toEqual([
      'answer 1',
      'quota 2',
      'quota 1',
    ]);
  });

  it('keep two places when many wait', () => {
    const contacts = Array.from({ length: 9 }, (_, index) => contact(String(index)));
    const actions = ids({ contacts, pace: [pace('1'), pace('2'), pace('3')] });
    expect(actions).toHaveLength(7);
    expect(actions.filter((id) => id.startsWith('quota'))).toEqual(['quota 1', 'quota 2']);
  });

  it('that are not behind only help, two at most, when nothing is due', () => {
    const quotas = ['1', '2', '3'].map((id) => pace(id, { state: 'on_pace', p_reach: 0.5 }));
    const list = actionsOf(facts({ pace: quotas }));
    expect(list).toMatchObject({ due: false });
    expect(list.actions).toHaveLength(2);
  });

  it('ask for nothing more when the share of today is done', () => {
    expect(ids({ pace: [pace('1')], countedToday: new Map([['1', 3]]) })).toEqual([]);
  });
});

describe('a day off', () => {
  const away = pace('1', { minutes_today: 0 });

  it('is one on which no quota asks', () => {
    expect(isDayOff([away, away])).toBe(true);
    expect(isDayOff([away, pace('2')])).toBe(false);
    expect(isDayOff([])).toBe(false);
  });

  it('has nothing to do for a quota, also one that is behind or would help', () => {
    expect(ids({ pace: [away, { ...away, state: 'on_pace' }] })).toEqual([]);
    expect(ids({ contacts: [contact('1')], pace: [away] })).toEqual(['answer 1']);
  });
});

describe('what is still to be done today', () => {
  const left = (days: number) => ({
    working_days: { total: 63, elapsed: 63 - days, left: days },
    days_from_today: Math.ceil(days),
  });

  it.each([
    ['62 in 23 days are 3 a day', { counted: 88, amount: 150, ...left(23) }, 0, 3],
    ['of these one is done', { counted: 89, amount: 150, ...left(22.6) }, 1, 2],
    ['all on the last day', { counted: 214, amount: 250, ...left(0.4) }, 10, 36],
    ['nothing once it is made', { counted: 150, amount: 150, ...left(5) }, 0, 0],
    ['nothing after the end', { counted: 88, amount: 150, ...left(0) }, 0, 0],
    ['nothing on a day off', { counted: 88, amount: 150, minutes_today: 0 }, 0, 0],
    ['never more than is left', { counted: 149, amount: 150, ...left(5) }, 0, 1],
    [
      'half a share on a half day',
      { counted: 100, amount: 145, minutes_today: 240, ...left(4.25), days_from_today: 4.5 },
      0,
      5,
    ],
  ])('%s', (_, part, today, n) => {
    expect(stillToday(pace('1', part), today)).toBe(n);
  });
});
