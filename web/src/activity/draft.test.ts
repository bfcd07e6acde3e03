import { describe, expect, it } from 'vitest';
import type { Kind } from '../api/types';
import { activityOf, emptyDraft, missingStep, outcomeFor } from './draft';
import { parseDuration } from '../format/duration';
import { newKey } from '../api/newKey';

const kind = (part: Partial<Kind> = {}): Kind => ({
  kind: 'call',
  label: null,
  client_facing: true,
  has_direction: true,
  has_duration: true,
  outcomes: [
    { outcome: 'agreed', label: null },
    { outcome: 'refused', label: null },
  ],
  ...part,
});
const petar = { contact_id: '101', name: 'Petar Iliev', account_name: null };
const full = { ...emptyDraft('call', petar), outcome: 'agreed' };

describe('duration', () => {
  it.each([
    ['', null],
    [' ', null],
    ['5', 300],
    ['5m', 300],
    ['5 min', 300],
    ['5m 30s', 330],
    ['5 د', 300],
    ['30s', 30],
    ['30 ث', 30],
    ['5 мин 30 с', 330],
    ['5 perc 30 mp', 330],
    ['30 сек', 30],
    ['30 sek', 30],
    ['4:31', 271],
    ['0:05', 5],
    ['90:00', 5400],
  ])('%j is %j', (text, seconds) => expect(parseDuration(text)).toBe(seconds));

  it.each(['4:60', '4:3', '4.5', 'x', '-3', '4:31:00', ':30', '5h', '5 30'])(
    '%s is refused',
    (text) => expect(parseDuration(text)).toBeUndefined(),
  );
});

describe('a draft', () => {
  it('names the first step that is missing', () => {
    expect(missingStep(emptyDraft('call', null), kind())).toBe('who');
    expect(missingStep(emptyDraft('call', petar), kind())).toBe('outcome');
    expect(missingStep({ ...full, duration: 'x' }, kind())).toBe('duration');
    expect(missingStep(full, kind())).toBeNull();
  });

  it('needs nobody for a kind that faces no client', () => {
    const draft = { ...emptyDraft('event', null), outcome: 'agreed' };
    expect(missingStep(draft, kind({ client_facing: false }))).toBeNull();
  });

  it('takes the only outcome by itself and drops one that the kind does not have', () => {
    const handedIn = kind({ outcomes: [{ outcome: 'handed_in', label: null }] });
    expect(outcomeFor(handedIn, 'agreed')).toBe('handed_in');
    expect(outcomeFor(kind(), 'listened')).toBeNull();
    expect(outcomeFor(kind(), 'refused')).toBe('refused');
  });

  it('sends only what was said', () => {
    expect(activityOf(full, kind())).toEqual({
      kind: 'call',
      contact_id: '101',
      outcome: 'agreed',
      direction: 'outbound',
    });
    const more = { ...full, duration: '4:31', topic: 'group health' };
    expect(activityOf(more, kind({ has_direction: false }))).toEqual({
      kind: 'call',
      contact_id: '101',
      outcome: 'agreed',
      duration_s: 271,
      topic: 'group health',
    });
  });
});

it('makes keys that differ', () => {
  const keys = Array.from({ length: 50 }, newKey);
  expect(new Set(keys).size).toBe(50);
  expect(keys.every((key) => /^[0-9a-f]{32}$/.test(key))).toBe(true);
});
