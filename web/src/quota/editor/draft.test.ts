import { describe, expect, it } from 'vitest';
import type { Quota } from '../../api/types';
import { bodyOf, dayBeside, draftOf, keyOf, missingOf, newDraft, toggled } from './draft';

const rule: Quota['rule'] = {
  rule_id: '1',
  unit: 'contacts',
  kinds: ['call'],
  directions: ['outbound'],
  outcomes: ['answered'],
  temperatures: ['cold'],
  relations: ['new'],
  sources: ['fair'],
  product_lines: [],
  segments: [],
  topics: [],
  min_duration_s: 20,
  repeat_window_s: 300,
  after_signal: { kinds: ['comment'], topics: ['retirement', 'loans'], within_days: 30 },
  currency: null,
};

const quota: Quota = {
  quota_id: '5',
  key: 'spring',
  name: 'Spring',
  rule,
  period_kind: 'span',
  amount: 100,
  unit: 'contacts',
  floor: 50,
  stretch: null,
  excuses: { holidays: true, part_time: true, leave: false, ramp: true },
  from: '2026-03-09',
  span: { from: '2026-03-09', to: '2026-04-18' },
  subjects: [
    {
      kind: 'rep',
      id: '3',
      name: 'Ann',
      email: 'ann@acme.example',
      amount: 7,
      floor: null,
      stretch: null,
    },
    {
      kind: 'team_together',
      id: '4',
      name: 'North',
      email: null,
      amount: null,
      floor: null,
      stretch: null,
    },
    { kind: 'role', id: '', name: 'rep', email: null, amount: null, floor: null, stretch: null },
  ],
};

describe('a quota that is edited', () => {
  it('is the same definition when nothing is changed', () => {
    const { rule_id: _, currency: __, ...asked } = rule;
    expect(bodyOf(draftOf(quota))).toEqual({
      key: 'spring',
      name: 'Spring',
      period: 'span',
      span: { from: '2026-03-09', to: '2026-04-18' },
      amount: 100,
      floor: 50,
      excuses: quota.excuses,
      rule: asked,
      subjects: [
        { rep: 'ann@acme.example', amount: 7 },
        { team: 'North', together: true },
        { role: 'rep' },
      ],
    });
  });

  it('names the last day of a campaign, not the day after it', () => {
    expect(draftOf(quota).spanLast).toBe('2026-04-17');
    expect(dayBeside('2026-02-28', 1)).toBe('2026-03-01');
  });
});

describe('a quota over money', () => {
  const booked: Quota = {
    ...quota,
    unit: 'booked',
    amount: 5_000_050,
    floor: null,
    rule: { ...rule, unit: 'booked', currency: 'EUR', product_lines: ['gtx'], kinds: [] },
    subjects: [{ ...(quota.subjects[0] as Quota['subjects'][number]), amount: 250_000 }],
  };

  it('is typed in money, and sent in minor units', () => {
    const draft = draftOf(booked);
    expect(draft.amount).toBe('50000.50');
    expect(bodyOf(draft)).toMatchObject({
      amount: 5_000_050,
      rule: { unit: 'booked', currency: 'EUR', product_lines: ['gtx'] },
      subjects: [{ rep: 'ann@acme.example', amount: 250_000 }],
    });
    expect(bodyOf({ ...draft, amount: '60 000' })?.amount).toBe(6_000_000);
  });

  it('asks nothing of activities, and by number no currency', () => {
    const draft = { ...draftOf(booked), unit: 'won' as const, amount: '3' };
    expect(bodyOf(draft)?.rule).toEqual({ unit: 'won', product_lines: ['gtx'] });
  });
});

describe('a new quota', () => {
  it('says what is missing, in the order of the form', () => {
    expect(missingOf(newDraft())).toEqual(['name', 'amount', 'subjects']);
    expect(missingOf({ ...newDraft(), period: 'span' })).toContain('span');
    expect(bodyOf(newDraft())).toBeNull();
  });

  it('is refused with a word in place of an amount', () => {
    const draft = { ...draftOf(quota), amount: 'many' };
    expect(missingOf(draft)).toEqual(['amount']);
  });

  it('gets a key from its name, in every script', () => {
    expect(keyOf('Calls a week!')).toBe('calls-a-week');
    expect(keyOf('Évaluations')).toBe('evaluations');
    expect(keyOf('مكالمات')).toMatch(/^quota-[a-z0-9]+$/);
    expect(keyOf('مكالمات')).not.toBe(keyOf('زيارات'));
    expect(keyOf('x'.repeat(80))).toHaveLength(50);
  });
});

describe('toggled', () => {
  it('takes in and takes out', () => {
    expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
    expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
  });
});
