import { describe, expect, it } from 'vitest';
import type { Opportunity, Pipeline, Stage } from '../api/pipelineTypes';
import { stepsDue } from './stepsDue';
import { sorted, sortOf } from './table';
import {
  closesIn,
  columnsOf,
  daysBetween,
  filtered,
  heightOf,
  isSlow,
  scaleOf,
  sumOf,
} from './board';

const stage = (stage_id: string, ends: Stage['ends'] = 'open', active = true): Stage => ({
  stage_id,
  key: `s${stage_id}`,
  name: `Stage ${stage_id}`,
  ends,
  active,
});

const pipeline: Pipeline = {
  pipeline_id: '9',
  key: 'sales',
  name: 'Sales',
  active: true,
  stages: [stage('1'), stage('2'), stage('3', 'open', false), stage('4', 'won')],
};

const of = (
  id: string,
  thousands: number | null,
  more: Partial<Opportunity> = {},
): Opportunity => ({
  opportunity_id: id,
  key: null,
  name: `Opportunity ${id}`,
  account: { account_id: '7', name: 'Alder Logistics' },
  contact: null,
  rep: { rep_id: '3', name: 'Elena' },
  pipeline_id: '9',
  stage: stage('1'),
  state: 'open',
  origin: null,
  source: null,
  created_at: '2026-11-01T08:00:00Z',
  stage_since: '2026-11-01T08:00:00Z',
  ended_at: null,
  end_reason: null,
  amounts: [],
  value: thousands === null ? null : { amount_minor: thousands * 100_000, currency: 'EUR' },
  why_no_value: thousands === null ? 'no_amount' : null,
  close_day: null,
  pushes: 0,
  next_step: null,
  needs_next_step: false,
  version: 1,
  changed_at: '2026-11-01T08:00:00Z',
  ...more,
});

describe('slow', () => {
  it('is who stands there for longer than three of four, never by too few', () => {
    expect(isSlow(16, { three_of_four_days: 15 })).toBe(true);
    expect(isSlow(15, { three_of_four_days: 15 })).toBe(false);
    expect(isSlow(1, { three_of_four_days: 0 })).toBe(true);
    expect(isSlow(400, { three_of_four_days: null })).toBe(false);
    expect(isSlow(400, undefined)).toBe(false);
  });
});

describe('the columns', () => {
  it('are the open stages, the largest card first, with sum and count', () => {
    const columns = columnsOf(pipeline, [of('1', 5), of('2', 20), of('3', null)]);
    expect(columns.map((each) => each.stage.stage_id)).toEqual(['1', '2']);
    expect(columns[0]?.cards.map((each) => each.opportunity_id)).toEqual(['2', '1', '3']);
    expect(columns[0]?.value).toEqual({ amount_minor: 2_500_000, currency: 'EUR' });
    expect(columns[0]?.without_value).toBe(1);
    expect(columns[1]?.value).toBeNull();
  });

  it('keep a stage that was given up while something stands in it', () => {
    const columns = columnsOf(pipeline, [of('1', 5, { stage: stage('3', 'open', false) })]);
    expect(columns.map((each) => each.stage.stage_id)).toEqual(['1', '2', '3']);
  });

  it('sum nothing to nothing, not to zero', () => {
    expect(sumOf([of('1', null)])).toBeNull();
  });
});

describe('the scale', () => {
  it('draws twice the budget twice as high', () => {
    const scale = scaleOf(columnsOf(pipeline, [of('1', 10), of('2', 20)]), 100_000);
    const [small, large] = [of('1', 10), of('2', 20)].map((each) => heightOf(each, scale));
    expect(large?.px).toBe((small?.px ?? 0) * 2);
    expect(small?.to_scale).toBe(true);
  });

  it('says of a card that is too small that it is not to scale', () => {
    const columns = columnsOf(pipeline, [of('1', 1), of('2', 100)]);
    const scale = scaleOf(columns, 100_000);
    expect(heightOf(of('1', 1), scale).to_scale).toBe(false);
    expect(heightOf(of('2', 100), scale).px).toBeLessThanOrEqual(260);
  });
});

describe('the filters', () => {
  const today = '2026-11-22';
  const pushed = of('1', 5, { pushes: 2, close_day: '2026-11-30' });
  const late = of('2', 5, { needs_next_step: true, close_day: '2026-11-01' });
  const open = of('3', 5);

  it.each([
    ['late', '2'],
    ['month', '1'],
    ['quarter', '1'],
    ['unknown', '3'],
  ] as const)('by close day: %s', (closes, id) => {
    expect(filtered([pushed, late, open], { closes }, today)).toEqual([
      expect.objectContaining({ opportunity_id: id }),
    ]);
  });

  it('know the end of the year', () => {
    const december = { close_day: '2026-12-31' };
    const january = { close_day: '2027-01-01' };
    expect(closesIn(december, 'month', '2026-12-05')).toBe(true);
    expect(closesIn(january, 'month', '2026-12-05')).toBe(false);
    expect(closesIn(january, 'later', '2026-12-05')).toBe(true);
  });

  it('by what is missing, what was pushed, and by words of name and account', () => {
    expect(filtered([pushed, late, open], { needs: true }, today)).toEqual([late]);
    expect(filtered([pushed, late, open], { pushed: true }, today)).toEqual([pushed]);
    const isLate = (each: Opportunity) => each === late;
    expect(filtered([pushed, late, open], { slow: true }, today, isLate)).toEqual([late]);
    expect(filtered([pushed, late, open], { slow: true }, today)).toEqual([]);
    expect(filtered([pushed, late, open], {}, today, isLate)).toEqual([pushed, late, open]);
    expect(filtered([pushed, late, open], { find: 'alder 3' }, today)).toEqual([open]);
    expect(filtered([pushed], { find: 'kestrel' }, today)).toEqual([]);
  });
});

it('counts days, never below none', () => {
  expect(daysBetween('2026-10-31', '2026-11-22')).toBe(22);
  expect(daysBetween('2026-11-23', '2026-11-22')).toBe(0);
});

it('tells which next steps are due, the oldest first, and how many have none', () => {
  const step = (due_at: string): Opportunity['next_step'] => ({
    next_step_id: '1',
    opportunity_id: '1',
    contact_id: null,
    rep_id: '3',
    what: 'Call',
    due_at,
    state: 'open',
    ended_at: null,
  });
  const today = of('1', 1, { next_step: step('2026-11-22T15:00:00Z') });
  const late = of('2', 1, { next_step: step('2026-11-20T15:00:00Z') });
  const later = of('3', 1, { next_step: step('2026-11-23T15:00:00Z') });
  const none = of('4', 1, { needs_next_step: true });
  const { due, without } = stepsDue([today, late, later, none], '2026-11-22', (at) =>
    at.slice(0, 10),
  );
  expect(due).toEqual([late, today]);
  expect(without).toBe(1);
});

it('sorts with what has none last, whichever way', () => {
  const stages = new Map([['1', 0]]);
  const list = [of('1', null), of('2', 5), of('3', 9)];
  const ids = (text: string) =>
    sorted(list, sortOf(text), stages).map((each) => each.opportunity_id);
  expect(ids('-value')).toEqual(['3', '2', '1']);
  expect(ids('value')).toEqual(['2', '3', '1']);
});
