import { setupI18n } from '@lingui/core';
import { describe, expect, it } from 'vitest';
import type { HistoryEvent } from '../api/pipelineTypes';
import { createFormat } from '../format/createFormat';
import { historyLines, historyTitle, type Around } from './historyWords';

const i18n = setupI18n({ locale: 'en', messages: { en: {} } });
const around: Around = {
  i18n,
  format: createFormat(i18n, 'en-GB', 'Europe/Sofia'),
  kinds: [],
  stageOf: (key) => ({ key, name: key === 'won' ? 'Won' : key }),
};

const plain: HistoryEvent = {
  kind: 'activity',
  at: '2026-11-18T12:00:00Z',
  rep: null,
  what: 'call',
  how: null,
  before: null,
  contact: null,
  opportunity: null,
  amount: null,
  direction: null,
  duration_s: null,
  topic: null,
  text: null,
  reason: null,
  activity_id: null,
  appointment_id: null,
  opportunity_id: null,
  estimate_id: null,
  sale_id: null,
  signal_id: null,
};

/** Without the marks that keep the direction of each part. */
const title = (event: Partial<HistoryEvent>) =>
  historyTitle({ ...plain, ...event }, around).replaceAll(/[\u2068\u2069]/g, '');
const lines = (event: Partial<HistoryEvent>) => historyLines({ ...plain, ...event }, around);

describe('what happened', () => {
  it.each<[Partial<HistoryEvent>, string]>([
    [{}, 'Call'],
    [{ how: 'no_answer' }, 'Call, no answer'],
    [{ what: 'site_survey', how: 'put_off' }, 'site survey, put off'],
    [{ kind: 'appointment', what: 'meeting', how: 'no_show' }, 'Meeting, nobody came'],
    [{ kind: 'appointment', what: 'demo', how: 'unheard' }, 'Demo'],
    [{ kind: 'stage_move', what: 'Alpha', how: 'won' }, 'Alpha: Won'],
    [{ kind: 'part', what: 'Alpha', how: 'decision_maker' }, 'Alpha: decides'],
    [{ kind: 'part', what: 'Alpha' }, 'Alpha: no longer a part of it'],
    [{ kind: 'signal', what: 'click', how: 'pensions' }, 'clicked a link on pensions'],
    [{ kind: 'change', what: 'name', how: 'Beta Group' }, 'Name: Beta Group'],
    [{ kind: 'change', what: 'relation', how: 'new' }, 'Relation: new to us'],
    [{ kind: 'trait', what: 'region' }, 'Region: not known'],
    [{ kind: 'change', what: 'shoe_size', how: '44' }, 'shoe size: 44'],
    [{ kind: 'sale', what: '' }, ''],
  ])('%j is said as %s', (event, said) => {
    expect(title(event)).toBe(said);
  });

  it('tells the money of an estimate and of a sale', () => {
    const amount = { amount_minor: 180_000, currency: 'EUR' };
    expect(title({ kind: 'estimate', what: 'Alpha', how: 'sent', amount })).toMatch(
      /^Alpha, sent, .*1,800/,
    );
    expect(title({ kind: 'sale', what: '', amount })).toMatch(/1,800/);
  });
});

describe('the rest of a row', () => {
  it('is empty where nothing else is known', () => {
    expect(lines({})).toEqual([]);
  });

  it('has what a call was, and why an appointment ended', () => {
    expect(lines({ direction: 'outbound', duration_s: 271, topic: 'pensions' })).toEqual([
      ['Direction', 'from us'],
      ['Duration', '4:31'],
      ['Topic', 'pensions'],
    ]);
    const appointment = {
      kind: 'appointment',
      duration_s: 5400,
      text: 'First talk',
      reason: 'ill',
    } as const;
    expect(lines(appointment)).toEqual([
      ['Duration', '1 h 30 min'],
      ['What it is for', 'First talk'],
      ['Reason', 'ill'],
    ]);
  });

  it('says what a field was before, also when it was not known', () => {
    expect(lines({ kind: 'change', what: 'name', how: 'Beta Group', before: 'Beta' })).toEqual([
      ['Before', 'Beta'],
    ]);
    expect(lines({ kind: 'trait', what: 'region', how: 'West' })).toEqual([
      ['Before', 'not known'],
    ]);
  });
});
