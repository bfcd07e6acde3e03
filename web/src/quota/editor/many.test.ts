import { describe, expect, it } from 'vitest';
import type { ChangedQuota } from '../../api/types';
import { changeOf, manyBody, percentOf, placeOf, type ManyDraft } from './many';
import { bodyOf, newDraft, type QuotaDraft } from './draft';
import type { Quota } from '../../api/types';

const draft: ManyDraft = { act: 'percent', percent: '10', from: '', reason: '' };

function quota(key: string, subjects: Quota['subjects']): Quota {
  const rule = bodyOf({
    ...newDraft(),
    name: key,
    amount: '1',
    subjects: [{ kind: 'team', name: 'North', email: null, amount: '' }],
  } satisfies QuotaDraft)?.rule;
  return {
    quota_id: '1',
    key,
    name: key,
    rule: {
      rule_id: '1',
      min_duration_s: 0,
      after_signal: null,
      currency: null,
      product_lines: [],
      ...rule,
    } as Quota['rule'],
    period_kind: 'week',
    amount: 250,
    unit: 'activities',
    floor: 155,
    stretch: null,
    excuses: newDraft().excuses,
    from: '2026-03-02',
    span: null,
    subjects,
  };
}

const north: Quota['subjects'] = [
  { kind: 'team', id: '1', name: 'North', email: null, amount: null, floor: null, stretch: null },
];

describe('a percentage', () => {
  it('is a whole number, with or without a sign', () => {
    expect(['10', '+10', ' -5 ', '−5', '10 %', '-100', '1000'].map(percentOf)).toEqual([
      10, 10, -5, -5, 10, -100, 1000,
    ]);
  });

  it('is nothing else', () => {
    expect(['', 'ten', '1.5', '-101', '1001', '5%%', '--5'].map(percentOf)).toEqual(
      Array<null>(7).fill(null),
    );
  });
});

describe('what is asked of the server', () => {
  it('scales by their keys those that ask somebody', () => {
    const quotas = [quota('calls', north), quota('ended', [])];
    expect(manyBody(quotas, { ...draft, from: '2026-12-01', reason: ' more leads ' })).toEqual({
      scaled: ['calls'],
      percent: 10,
      from: '2026-12-01',
      reason: 'more leads',
    });
  });

  it('ends them with the definition that they have', () => {
    const [ended] = manyBody([quota('calls', north)], { ...draft, act: 'end' })?.quotas ?? [];
    expect(ended).toMatchObject({ key: 'calls', amount: 250, floor: 155, subjects: [] });
    expect(ended?.rule.kinds).toEqual(['call']);
  });

  it('is nothing where nothing would change', () => {
    expect(manyBody([quota('calls', north)], { ...draft, percent: '0' })).toBeNull();
    expect(manyBody([quota('calls', north)], { ...draft, percent: 'x' })).toBeNull();
    expect(manyBody([quota('ended', [])], { ...draft, act: 'end' })).toBeNull();
  });
});

describe('what one becomes', () => {
  const version = (from: string, amount: number) => ({ from, amount });
  const changed = (versions: unknown[]) =>
    ({
      key: 'calls',
      outcome: 'changed',
      quota: { name: 'Calls', versions },
    }) as unknown as ChangedQuota;

  it('is the version of the day that was given, else the last one', () => {
    const all = changed([version('2026-01-01', 200), version('2026-02-01', 220)]);
    expect(changeOf(all, '')?.after.amount).toBe(220);
    expect(changeOf(all, '')?.before?.amount).toBe(200);
    expect(changeOf(all, '2026-01-01')?.after.amount).toBe(200);
    expect(changeOf(all, '2026-01-01')?.before).toBeUndefined();
  });

  it('is told by its place when it is refused', () => {
    expect([placeOf('/scaled/1'), placeOf('/quotas/2/amount'), placeOf('/percent')]).toEqual([
      1,
      2,
      null,
    ]);
  });
});
