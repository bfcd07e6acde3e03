import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiFault, Unreachable } from '../api/fault';
import type { ActivityChange } from '../api/types';
import { emptyDraft } from './draft';
import { devicePlace, isRefusal, keptOnDevice, type LogEntry, type OutboxCalls } from './outbox';
import { OutboxStore } from './OutboxStore';

const entry = (key: string, part: Partial<LogEntry> = {}): LogEntry => ({
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
  const events = { logged: vi.fn(), taken: vi.fn(), refused: vi.fn() };
  const all: OutboxCalls = {
    addContact: vi.fn(async () => ({ contact_id: '500' })),
    addActivity: vi.fn(async () => change),
    voidActivity: vi.fn(async () => change),
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
    expect(events.logged).toHaveBeenCalledOnce();
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

  it('does not leave once its user has signed out', async () => {
    const { store, all } = openStore({ addActivity: vi.fn(async () => (store.stop(), change)) });
    const first = store.add(entry('a'));
    void store.add(entry('b'));
    await first;
    expect(all.addActivity).toHaveBeenCalledOnce();
    expect(keptOnDevice(localStorage)).toBe(1);
    store.start();
    await store.flush();
    expect(keptOnDevice(localStorage)).toBe(0);
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

  it('keeps the contact that was made when the activity is refused, also for the form', async () => {
    const addActivity = vi.fn().mockRejectedValueOnce(fault(422)).mockResolvedValue(change);
    const { store } = openStore({ addActivity });
    const { contact_id: _, ...activity } = entry('a').activity;
    const draft = emptyDraft('call', { name: 'Bri' });
    await store.add(entry('a', { new_contact: 'Bri', activity, draft }));
    expect(devicePlace('3', localStorage).read()).toMatchObject([
      {
        state: 'refused',
        activity: { contact_id: '500' },
        draft: { who: { contact_id: '500', name: 'Bri' } },
      },
    ]);
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
  const away = () => Promise.reject(new Unreachable());

  it('takes an entry back at once that never left the device', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const { store } = openStore({ addActivity: away });
    await store.add(entry('a'));
    expect(store.undo('a')).toBe(true);
    expect(devicePlace('3', localStorage).read()).toEqual([]);
    vi.restoreAllMocks();
  });

  it('voids what was on its way', async () => {
    let arrive: (change: ActivityChange) => void = () => undefined;
    const addActivity = () => new Promise<ActivityChange>((resolve) => (arrive = resolve));
    const { store, all, events } = openStore({ addActivity });
    const added = store.add(entry('a'));
    await vi.waitFor(() => expect(store.entries()).toMatchObject([{ maybe_stored: true }]));
    expect(store.undo('a')).toBe(true);
    arrive(change);
    await added;
    expect(all.voidActivity).toHaveBeenCalledExactlyOnceWith('1', 'undo', expect.any(String));
    expect(store.entries()).toEqual([]);
    expect(events.logged).not.toHaveBeenCalled();
  });

  it('voids what may have been stored although no answer came', async () => {
    const addActivity = vi.fn().mockRejectedValueOnce(new Unreachable()).mockResolvedValue(change);
    const { store, all } = openStore({ addActivity });
    await store.add(entry('a'));
    expect(store.undo('a')).toBe(true);
    await store.flush();
    expect(all.voidActivity).toHaveBeenCalledOnce();
    expect(store.entries()).toEqual([]);
  });

  it('that cannot be sent stays on the device and goes with the same key later', async () => {
    const voidActivity = vi.fn().mockRejectedValueOnce(new Unreachable()).mockResolvedValue(change);
    const { store, events } = openStore({ voidActivity });
    await store.void('1');
    expect(devicePlace('3', localStorage).read()).toMatchObject([{ voids: '1', state: 'waiting' }]);
    const { store: next } = openStore({ voidActivity });
    await next.flush();
    const [first, second] = voidActivity.mock.calls.map(([, , key]) => key);
    expect(first).toBe(second);
    expect(devicePlace('3', localStorage).read()).toEqual([]);
    expect(events.taken).not.toHaveBeenCalled();
  });

  it('that the server refuses is kept, to be told', async () => {
    const { store, events } = openStore({ voidActivity: () => Promise.reject(fault(403)) });
    await store.void('1');
    expect(store.entries()).toMatchObject([{ voids: '1', state: 'refused' }]);
    expect(events.refused).toHaveBeenCalledOnce();
  });

  it('of what somebody else has voided before is done', async () => {
    const voidActivity = () => Promise.reject(fault(409, 'activity.voided_already'));
    const { store, events } = openStore({ voidActivity });
    await store.void('1');
    expect(store.entries()).toEqual([]);
    expect(events.taken).toHaveBeenCalledExactlyOnceWith(null);
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
