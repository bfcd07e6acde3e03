import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiFault, Unreachable } from '../api/fault';
import type { ActivityChange } from '../api/types';
import { emptyDraft } from './draft';
import { devicePlace, isRefusal, type OutboxCalls, type OutboxEntry } from './outbox';
import { OutboxStore } from './OutboxStore';

const entry = (key: string, part: Partial<OutboxEntry> = {}): OutboxEntry => ({
  key,
  contact_key: `${key}-contact`,
  new_contact: null,
  activity: { kind: 'call', contact_id: '101', occurred_at: '2026-11-27T07:40:00Z' },
  draft: emptyDraft('call', null),
  state: 'waiting',
  problem: null,
  ...part,
});

const fault = (status: number, code = 'some.code') =>
  new ApiFault({ status, code, title: '', detail: '', faults: [], retry_after_s: null });

const change = { activity: { activity_id: '1' }, counts: [] } as unknown as ActivityChange;

function openStore(calls: Partial<OutboxCalls>) {
  const events = { sent: vi.fn(), refused: vi.fn() };
  const all: OutboxCalls = {
    addContact: vi.fn(async () => ({ contact_id: '500' })),
    addActivity: vi.fn(async () => change),
    ...calls,
  };
  return { store: new OutboxStore(devicePlace('3', localStorage), all, events), events, all };
}

beforeEach(() => localStorage.clear());

describe('what is saved', () => {
  it('leaves the device once the server has it', async () => {
    const { store, events } = openStore({});
    await store.add(entry('a'));
    expect(store.entries()).toEqual([]);
    expect(events.sent).toHaveBeenCalledOnce();
  });

  it('stays on the device while the server is away, and goes with the same key later', async () => {
    const addActivity = vi.fn().mockRejectedValueOnce(new Unreachable()).mockResolvedValue(change);
    const { store } = openStore({ addActivity });
    await store.add(entry('a'));
    expect(devicePlace('3', localStorage).read()).toHaveLength(1);
    await store.flush();
    expect(store.entries()).toEqual([]);
    expect(addActivity.mock.calls.map(([body, key]) => [body.occurred_at, key])).toEqual([
      ['2026-11-27T07:40:00Z', 'a'],
      ['2026-11-27T07:40:00Z', 'a'],
    ]);
  });

  it('survives a reload', async () => {
    const { store } = openStore({ addActivity: () => Promise.reject(new Unreachable()) });
    await store.add(entry('a'));
    const { store: next, all } = openStore({});
    await next.flush();
    expect(all.addActivity).toHaveBeenCalledOnce();
  });

  it('belongs to one user', async () => {
    const { store } = openStore({ addActivity: () => Promise.reject(new Unreachable()) });
    await store.add(entry('a'));
    expect(devicePlace('4', localStorage).read()).toEqual([]);
  });

  it('makes a new contact once, also when the activity needs a second try', async () => {
    const addActivity = vi.fn().mockRejectedValueOnce(new Unreachable()).mockResolvedValue(change);
    const { store, all } = openStore({ addActivity });
    const { contact_id: _, ...activity } = entry('a').activity;
    await store.add(entry('a', { new_contact: 'Bri', activity }));
    await store.flush();
    expect(all.addContact).toHaveBeenCalledExactlyOnceWith({ name: 'Bri' }, 'a-contact');
    expect(addActivity.mock.lastCall?.[0]).toMatchObject({ contact_id: '500' });
  });
});

describe('a refusal', () => {
  it('keeps the entry with its reason and lets the others go', async () => {
    const addActivity = vi.fn().mockRejectedValueOnce(fault(422)).mockResolvedValue(change);
    const { store, events } = openStore({ addActivity });
    await store.add(entry('a'));
    await store.add(entry('b'));
    expect(store.entries()).toMatchObject([
      { key: 'a', state: 'refused', problem: { status: 422 } },
    ]);
    expect(events.refused).toHaveBeenCalledOnce();
  });

  it.each([
    [422, 'activity.kind.unknown', true],
    [409, 'idempotency.key.reused', true],
    [401, 'session.required', false],
    [403, 'session.csrf', false],
    [429, 'too_many', false],
    [503, 'unavailable', false],
  ])('is %i %s: %s', (status, code, refused) => {
    expect(isRefusal(fault(status, code))).toBe(refused);
  });

  it('is not a network that is away', () => {
    expect(isRefusal(new Unreachable())).toBe(false);
  });
});

describe('undo', () => {
  it('takes a waiting entry back', async () => {
    const { store } = openStore({ addActivity: () => Promise.reject(new Unreachable()) });
    await store.add(entry('a'));
    expect(store.remove('a')).toBe(true);
    expect(devicePlace('3', localStorage).read()).toEqual([]);
  });

  it('cannot take back what is on its way', async () => {
    let arrive: (change: ActivityChange) => void = () => undefined;
    const addActivity = () => new Promise<ActivityChange>((resolve) => (arrive = resolve));
    const { store } = openStore({ addActivity });
    const added = store.add(entry('a'));
    expect(store.remove('a')).toBe(false);
    arrive(change);
    await added;
  });
});

describe('the device', () => {
  it('with something else in its place holds nothing', () => {
    localStorage.setItem('paceline.outbox.3', '{"not":"a list"}');
    expect(devicePlace('3', localStorage).read()).toEqual([]);
    localStorage.setItem('paceline.outbox.3', 'not json');
    expect(devicePlace('3', localStorage).read()).toEqual([]);
  });

  it('that is full keeps the entries in memory', () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error('full');
      },
    } as unknown as Storage;
    const place = devicePlace('3', full);
    place.write([entry('a')]);
    expect(place.read()).toHaveLength(1);
  });
});
