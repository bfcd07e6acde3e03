import type { ActivityChange } from '../api/types';
import {
  replaced,
  send,
  without,
  type OutboxCalls,
  type OutboxEntry,
  type OutboxPlace,
} from './outbox';

export interface OutboxEvents {
  sent: (entry: OutboxEntry, change: ActivityChange) => void;
  refused: (entry: OutboxEntry) => void;
}

/** Entries that the server has not confirmed. They are on the device before the first try. */
export class OutboxStore {
  #entries: OutboxEntry[];
  #sending = new Set<string>();
  #watchers = new Set<() => void>();
  #flush: Promise<void> | null = null;
  #again = false;
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

  /** False when the entry is on its way or gone: then it must be voided instead. */
  remove(key: string): boolean {
    const known = this.#entries.some((entry) => entry.key === key);
    if (!known || this.#sending.has(key)) return false;
    this.#update((entries) => without(entries, key));
    return true;
  }

  /** What another tab of the same user has changed. */
  reread(): void {
    this.#update((entries) => entries);
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
      for (const entry of this.#entries.filter(({ state }) => state === 'waiting')) {
        if (!this.#entries.some(({ key }) => key === entry.key)) continue;
        if (!(await this.#sendOne(entry))) return;
      }
    } while (this.#again);
  }

  async #sendOne(entry: OutboxEntry): Promise<boolean> {
    this.#sending.add(entry.key);
    const remember = (next: OutboxEntry) => this.#update((entries) => replaced(entries, next));
    const answer = await send(entry, this.#calls, remember);
    this.#sending.delete(entry.key);
    if (answer === 'later') return false;
    if ('sent' in answer) {
      this.#events.sent(entry, answer.sent);
      this.#update((entries) => without(entries, entry.key));
      return true;
    }
    const refused: OutboxEntry = { ...entry, state: 'refused', problem: answer.refused };
    this.#update((entries) => replaced(entries, refused));
    this.#events.refused(refused);
    return true;
  }

  /** From what is on the device now: another tab may have added to it. */
  #update(change: (entries: OutboxEntry[]) => OutboxEntry[]): void {
    this.#entries = change(this.#place.read());
    this.#place.write(this.#entries);
    for (const watch of this.#watchers) watch();
  }
}
