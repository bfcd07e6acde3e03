import { beforeAll, describe, expect, it } from 'vitest';
import type { Reason } from '../api/types';
import { evidenceRow, pace, rule } from '../../test/fixtures';
import { reasonOfRow } from './reasonOfRow';
import { reasonTitle } from './reasonTitle';
import { rowWords } from './rowWords';
import { bare, wordsIn } from '../../test/words';
import type { Words } from './words';

let en: Words;
let ar: Words;

beforeAll(async () => {
  [en, ar] = await Promise.all([wordsIn('en'), wordsIn('ar')]);
});

const named = {
  kind: (kind: string) => kind,
  outcome: (outcome: string) => outcome.replaceAll('_', ' '),
};
const at = '2026-11-12T09:00:00Z';

const reasons: Record<Reason, [title: string, row: string, detail: string | null]> = {
  voided: ['Voided', 'Voided', null],
  before_quota_start: ['Was before this quota began', 'Was before this quota began', null],
  not_asked: [
    'Was on a day on which this quota asked others',
    'Was on a day on which this quota asked others',
    null,
  ],
  no_opportunity: ['Order without an opportunity', 'Order without an opportunity', null],
  other_leads: [
    'Counts for who has the largest share',
    'Counts for who has the largest share',
    null,
  ],
  no_rate: ['No exchange rate on that day', 'No exchange rate on that day', null],
  moved_away: ['Of another day or other reps now', 'Of another day or other reps now', null],
  other_kind: ['Other kind', 'Kind is call', 'call'],
  day_unknown: ['Day not known, only the month', 'Day not known, only the month', null],
  wrong_direction: ['Incoming', 'Incoming, the quota asks for outbound', null],
  wrong_outcome: ['Other outcome', 'Outcome is listened', 'listened'],
  too_short: ['Under 20 seconds', 'Under 20 seconds', null],
  duration_unknown: ['No duration given', 'No duration given', null],
  wrong_temperature: ['Other temperature', 'Contact is cold', 'cold'],
  wrong_source: ['Other source', 'Source is fair', 'fair'],
  wrong_relation: ['Other relation to us', 'Contact is a customer', 'customer'],
  other_product_line: ['Other product line', 'Product line is life', 'life'],
  other_segment: ['Other segment', 'Segment is dental', 'dental'],
  other_topic: ['Other topic', 'Topic is group health', 'group health'],
  no_contact: ['No contact named', 'No contact named', null],
  no_account: ['Contact without an account', 'Contact without an account', null],
  no_signal: ['No signal before', 'No signal before', null],
  signal_other_topic: ['Signal on another topic', 'Signal was on group health', 'group health'],
  signal_after_activity: ['Signal came later', 'Signal came later, 12 Nov 11:00', at],
  signal_too_old: ['Signal older than 90 days', 'Last signal was 12 Nov, too old', at],
  repeat_within_window: ['Same contact within 5 minutes', 'Same contact, counted at 11:00', at],
  already_counted: ['Same contact again', 'Same contact, counted 12 Nov', at],
  counted: ['Counts', 'Counts', null],
  first_in_period: ['First time this quarter', 'First time this quarter', null],
};

const codes = Object.keys(reasons) as Reason[];

describe('reasons', () => {
  it.each(codes)('%s is a fact, over many rows and about one', (reason) => {
    const [title, said, detail] = reasons[reason];
    expect(reasonTitle(reason, pace, en)).toBe(title);
    expect(reasonOfRow(evidenceRow({ reason, detail }), pace, named, en)).toBe(said);
  });

  it.each(codes)('%s has words in Arabic', (reason) => {
    const detail = reasons[reason][2];
    const said = reasonOfRow(evidenceRow({ reason, detail }), pace, named, ar);
    expect(said).toMatch(/\p{Script=Arabic}/u);
    expect(said).not.toBe(reasonOfRow(evidenceRow({ reason, detail }), pace, named, en));
  });

  it.each(codes)('%s falls back to its title without a detail', (reason) => {
    const row = evidenceRow({ reason, detail: null, topic: null, outcome: null });
    expect(reasonOfRow(row, pace, named, en)).not.toContain('null');
  });

  it('turns round what an incoming quota asks for', () => {
    const inbound = { ...pace, rule: { ...rule, directions: ['inbound' as const] } };
    expect(reasonTitle('wrong_direction', inbound, en)).toBe('Outbound');
  });

  it('speaks of the account where accounts are counted', () => {
    const accounts = { ...pace, rule: { ...rule, unit: 'accounts' as const } };
    expect(
      reasonOfRow(evidenceRow({ reason: 'already_counted', detail: at }), accounts, named, en),
    ).toBe('Same account, counted 12 Nov');
  });

  it('says topic and outcome that are missing', () => {
    const row = (reason: Reason) =>
      evidenceRow({ reason, detail: null, topic: null, outcome: null });
    expect(reasonOfRow(row('other_topic'), pace, named, en)).toBe('No topic');
    expect(reasonOfRow(row('wrong_outcome'), pace, named, en)).toBe('No outcome');
  });

  it('names the period of the quota', () => {
    expect(reasonTitle('first_in_period', { ...pace, period_kind: 'week' }, en)).toBe(
      'First time this week',
    );
  });
});

describe('rowWords', () => {
  const title = (kind: string) => kind.charAt(0).toUpperCase() + kind.slice(1);

  it.each([
    [{ kind: 'call', direction: 'outbound' as const, duration_s: 271 }, 'Call out, 4:31'],
    [{ kind: 'call', direction: 'inbound' as const, duration_s: 4000 }, 'Call in, 1 h 7 min'],
    [{ kind: 'meeting', direction: null, duration_s: 3000 }, 'Meeting, 50 min'],
    [{ kind: 'email', direction: 'outbound' as const, duration_s: null }, 'Email out'],
  ])('%o', (row, said) => {
    expect(rowWords(row, title, en)).toBe(said);
  });

  it('reads in Arabic', () => {
    const row = { kind: 'call', direction: 'inbound' as const, duration_s: 12 };
    expect(bare(rowWords(row, () => 'مكالمة', ar))).toBe('مكالمة (واردة)، 0:12');
  });
});
