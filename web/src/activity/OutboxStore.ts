import { newKey } from '../api/newKey';
import type { Activity, ActivityChange, Id } from '../api/types';
import {
  changed,
  isLog,
  send,
  without,
  type LogEntry,
  type OutboxCalls,
  type OutboxEntry,
  type OutboxPlace,
  type VoidEntry,
} from './outbox';

export interface OutboxEvents {
  /** The server has the activity. */
  logged: (entry: LogEntry, change: ActivityChange) => void;
  /** The server has taken it back; null when somebody else had done it before. */
  taken: (activity: Activity | null) => void;
  refused: (entry: OutboxEntry) => void;
}

const voidOf = (voids: Id): VoidEntry => ({
  key: newKey(),
  voids,
  state: 'waiting',
  problem: null,
});

/** Entries that the server has not confirmed. They are on the device before the first try. */
export class OutboxStore {
  #entries: OutboxEntry[];
  #sending = new Set<string>();
  #watchers = new Set<() => void>();
  #flush: Promise<void> | null = null;
  #again = false;
  #stopped = false;
  readonly #place: OutboxPlace;
  readonly #calls: OutboxCalls;
  readonly #events: OutboxEvents;

  constructor(place: OutboxPlace, calls: OutboxCalls, events: OutboxEvents) {
    this.#place = place;
    this.#calls = calls;
    this.#events = events;
    this.#entries = place.read();
  }

  entries = (): readonly OutboxEntry[] => this.#entries;

  subscribe = (watch: () => void): (() => void) => {
    this.#watchers.add(watch);
    return () => this.#watchers.delete(watch);
  };

  add(entry: OutboxEntry): Promise<void> {
    this.#update((entries) => [...entries, entry]);
    return this.flush();
  }

  /** Takes back what the server has. */
  void(activity: Id): Promise<void> {
    return this.add(voidOf(activity));
  }

  /**
   * Takes back what was saved: at once while it cannot have left the device, else as soon as the server says that it
   * has it. False when it is not here any more: then its activity must be voided.
   */
  undo(key: string): boolean {
    const entry = this.#find(key);
    if (entry === undefined || !isLog(entry)) return false;
    const mayHaveLeft = this.#sending.has(key) || entry.maybe_stored === true;
    if (mayHaveLeft) this.#change(key, { undone: true });
    else this.discard(key);
    return true;
  }

  discard(key: string): void {
    this.#update((entries) => without(entries, key));
  }

  /** What another tab of the same user has changed. */
  reread(): void {
    this.#update((entries) => entries);
  }

  start(): void {
    this.#stopped = false;
    void this.flush();
  }

  /** Nothing more leaves: the next session may be somebody else's. */
  stop(): void {
    this.#stopped = true;
  }

  flush(): Promise<void> {
    if (this.#flush !== null) {
      this.#again = true;
      return this.#flush;
    }
    this.#flush = this.#sendAll().finally(() => {
      this.#flush = null;
    });
    return this.#flush;
  }

  async #sendAll(): Promise<void> {
    do {
      this.#again = false;
      for (const { key } of this.#entries.filter(({ state }) => state === 'waiting')) {
        if (this.#stopped) return;
        const entry = this.#find(key);
        if (entry !== undefined && !(await this.#sendOne(entry))) return;
      }
    } while (this.#again);
  }

  async #sendOne(entry: OutboxEntry): Promise<boolean> {
    const { key } = entry;
    this.#sending.add(key);
    const answer = await send(entry, this.#calls, (part) => this.#change(key, part));
    this.#sending.delete(key);
    if (answer === 'later') return false;
    if (answer === 'done before') this.#taken(key, null);
    else if ('refused' in answer) this.#refused(key, answer.refused);
    else if (isLog(entry)) this.#logged(entry, answer.sent);
    else this.#taken(key, answer.sent.activity);
    return true;
  }

  #logged(entry: LogEntry, change: ActivityChange): void {
    const current = this.#find(entry.key);
    if (current !== undefined && isLog(current) && current.undone) {
      const next = voidOf(change.activity.activity_id);
      this.#update((entries) => [...without(entries, entry.key), next]);
      this.#again = true;
      return;
    }
    this.#events.logged(entry, change);
    this.discard(entry.key);
  }

  #taken(key: string, activity: Activity | null): void {
    this.#events.taken(activity);
    this.discard(key);
  }

  /** From what stands there now: the contact may have been made on the way. */
  #refused(key: string, problem: OutboxEntry['problem']): void {
    const current = this.#find(key);
    if (current === undefined) return;
    if (isLog(current) && current.undone) {
      this.discard(key);
      return;
    }
    this.#change(key, { state: 'refused', problem });
    this.#events.refused({ ...current, state: 'refused', problem });
  }

  #find(key: string): OutboxEntry | undefined {
    return this.#entries.find((entry) => entry.key === key);
  }

  #change(key: string, part: Partial<LogEntry>): void {
    this.#update((entries) => changed(entries, key, (entry) => ({ ...entry, ...part })));
  }

  /** From what is on the device now: another tab may have added to it. */
  #update(change: (entries: OutboxEntry[]) => OutboxEntry[]): void {
    this.#entries = change(this.#place.read());
    this.#place.write(this.#entries);
    for (const watch of this.#watchers) watch();
  }
}
