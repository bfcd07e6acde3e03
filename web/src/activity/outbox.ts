import { ApiFault, hasCode, type Problem } from '../api/fault';
import type { ActivityChange, Contact, Id, NewActivity } from '../api/types';
import type { Draft } from './draft';

interface Waiting {
  /** Idempotency key, made once with the entry. */
  key: string;
  state: 'waiting' | 'refused';
  problem: Problem | null;
}

/** An activity that the server has not confirmed. */
export interface LogEntry extends Waiting {
  contact_key: string;
  new_contact: string | null;
  activity: NewActivity & { occurred_at: string };
  draft: Draft;
  /** It was sent once while there was a network, so that the server may have it. */
  maybe_stored?: boolean;
  /** To be voided as soon as the server says that it has it. */
  undone?: boolean;
}

/** An activity that the server has, to be taken back. */
export interface VoidEntry extends Waiting {
  voids: Id;
}

export type OutboxEntry = LogEntry | VoidEntry;

export const isLog = (entry: OutboxEntry): entry is LogEntry => 'activity' in entry;

export interface OutboxCalls {
  addContact: (contact: { name: string }, key: string) => Promise<Pick<Contact, 'contact_id'>>;
  addActivity: (activity: NewActivity, key: string) => Promise<ActivityChange>;
  voidActivity: (activity: Id, reason: string, key: string) => Promise<ActivityChange>;
}

export interface OutboxPlace {
  read: () => OutboxEntry[];
  write: (entries: OutboxEntry[]) => void;
}

export type Sent = { sent: ActivityChange } | { refused: Problem } | 'done before' | 'later';

/** A refusal is the server's last word; a lost session, too much at once or a fault of its own is not. */
export function isRefusal(error: unknown): error is ApiFault {
  if (!(error instanceof ApiFault)) return false;
  const { status, code } = error.problem;
  const passing = [401, 408, 425, 429].includes(status) || code.startsWith('session.');
  return status >= 400 && status < 500 && !passing;
}

/** A contact that was made is known from then on, also to the person who has to put a refused entry right. */
function withContact(entry: LogEntry, contact_id: Id): LogEntry {
  const activity = { ...entry.activity, contact_id };
  const who = { contact_id, name: entry.new_contact ?? '', account_name: null };
  return { ...entry, activity, draft: { ...entry.draft, who } };
}

async function sendLog(
  entry: LogEntry,
  calls: OutboxCalls,
  remember: (part: Partial<LogEntry>) => void,
): Promise<ActivityChange> {
  let next = entry;
  if (entry.new_contact !== null && entry.activity.contact_id === undefined) {
    const made = await calls.addContact({ name: entry.new_contact }, entry.contact_key);
    next = withContact(entry, made.contact_id);
    remember({ activity: next.activity, draft: next.draft });
  }
  // Without a network nothing leaves the device.
  if (navigator.onLine) remember({ maybe_stored: true });
  return calls.addActivity(next.activity, next.key);
}

/** Sends one entry; a new contact is made first and remembered, so that a retry does not make it twice. */
export async function send(
  entry: OutboxEntry,
  calls: OutboxCalls,
  remember: (part: Partial<LogEntry>) => void,
): Promise<Sent> {
  try {
    if (isLog(entry)) return { sent: await sendLog(entry, calls, remember) };
    return { sent: await calls.voidActivity(entry.voids, 'undo', entry.key) };
  } catch (error) {
    if (!isLog(entry) && hasCode(error, 'activity.voided_already')) return 'done before';
    return isRefusal(error) ? { refused: error.problem } : 'later';
  }
}

export function changed(
  entries: readonly OutboxEntry[],
  key: string,
  change: (entry: OutboxEntry) => OutboxEntry,
): OutboxEntry[] {
  return entries.map((each) => (each.key === key ? change(each) : each));
}

export function without(entries: readonly OutboxEntry[], key: string): OutboxEntry[] {
  return entries.filter((each) => each.key !== key);
}

function isEntry(value: unknown): value is OutboxEntry {
  if (typeof value !== 'object' || value === null || !('key' in value)) return false;
  return 'activity' in value || 'voids' in value;
}

function parsed(text: string | null): OutboxEntry[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(kept) ? kept.filter(isEntry) : [];
  } catch {
    return [];
  }
}

const outboxes = 'paceline.outbox.';

export const outboxName = (user: string) => outboxes + user;

/** How many entries of anybody wait on this device. */
export function keptOnDevice(storage: Storage): number {
  return Object.keys(storage)
    .filter((name) => name.startsWith(outboxes))
    .reduce((count, name) => count + parsed(storage.getItem(name)).length, 0);
}

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
