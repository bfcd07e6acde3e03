import type { ActivityChange, Contact, NewActivity } from '../api/types';
import { ApiFault, type Problem } from '../api/fault';
import type { Draft } from './draft';

export interface OutboxEntry {
  /** Idempotency keys, made once with the entry. */
  key: string;
  contact_key: string;
  new_contact: string | null;
  activity: NewActivity & { occurred_at: string };
  draft: Draft;
  state: 'waiting' | 'refused';
  problem: Problem | null;
}

export interface OutboxCalls {
  addContact: (contact: { name: string }, key: string) => Promise<Pick<Contact, 'contact_id'>>;
  addActivity: (activity: NewActivity, key: string) => Promise<ActivityChange>;
}

export interface OutboxPlace {
  read: () => OutboxEntry[];
  write: (entries: OutboxEntry[]) => void;
}

export type Sent = { sent: ActivityChange } | { refused: Problem } | 'later';

/** A refusal is the server's last word; a lost session, too much at once or a fault of its own is not. */
export function isRefusal(error: unknown): error is ApiFault {
  if (!(error instanceof ApiFault)) return false;
  const { status, code } = error.problem;
  const passing = [401, 408, 425, 429].includes(status) || code.startsWith('session.');
  return status >= 400 && status < 500 && !passing;
}

/** Sends one entry; a new contact is made first and remembered, so that a retry does not make it twice. */
export async function send(
  entry: OutboxEntry,
  calls: OutboxCalls,
  remember: (entry: OutboxEntry) => void,
): Promise<Sent> {
  try {
    let { activity } = entry;
    if (entry.new_contact !== null && activity.contact_id === undefined) {
      const contact = await calls.addContact({ name: entry.new_contact }, entry.contact_key);
      activity = { ...activity, contact_id: contact.contact_id };
      remember({ ...entry, activity });
    }
    return { sent: await calls.addActivity(activity, entry.key) };
  } catch (error) {
    return isRefusal(error) ? { refused: error.problem } : 'later';
  }
}

export function replaced(entries: readonly OutboxEntry[], entry: OutboxEntry): OutboxEntry[] {
  return entries.map((each) => (each.key === entry.key ? entry : each));
}

export function without(entries: readonly OutboxEntry[], key: string): OutboxEntry[] {
  return entries.filter((each) => each.key !== key);
}

function isEntry(value: unknown): value is OutboxEntry {
  return typeof value === 'object' && value !== null && 'key' in value && 'activity' in value;
}

function parsed(text: string | null): OutboxEntry[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(kept) ? kept.filter(isEntry) : [];
  } catch {
    return [];
  }
}

export const outboxName = (user: string) => `paceline.outbox.${user}`;

/** Kept on this device, apart for each user; in memory where the device keeps nothing. */
export function devicePlace(user: string, storage: Storage): OutboxPlace {
  const name = outboxName(user);
  let memory: OutboxEntry[] | null = null;
  return {
    read: () => memory ?? parsed(storage.getItem(name)),
    write(entries) {
      try {
        if (entries.length === 0) storage.removeItem(name);
        else storage.setItem(name, JSON.stringify(entries));
        memory = null;
      } catch {
        memory = entries;
      }
    },
  };
}
