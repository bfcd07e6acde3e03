import {
  createContext,
  use,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { now } from '../api/clock';
import type { Activity, Kind } from '../api/types';
import { activityOf, isKnown, type Draft } from './draft';
import { newKey } from '../api/newKey';
import type { LogEntry, OutboxEntry } from './outbox';
import { useOutboxStore } from './useOutboxStore';

export const undo_ms = 10_000;

interface Outbox {
  entries: readonly OutboxEntry[];
  /** The key of the entry that can still be undone. */
  undoable: string | null;
  /** The entry that an activity came from, while it can be undone. */
  lastSent: { key: string; activity: Activity } | null;
  save: (draft: Draft, kind: Kind) => void;
  undo: (key: string) => void;
  discard: (key: string) => void;
}

const OutboxContext = createContext<Outbox | null>(null);

export function useOutbox(): Outbox {
  const outbox = use(OutboxContext);
  if (outbox === null) throw new Error('no OutboxProvider');
  return outbox;
}

function entryOf(draft: Draft, kind: Kind): LogEntry {
  return {
    key: newKey(),
    contact_key: newKey(),
    new_contact: draft.who !== null && !isKnown(draft.who) ? draft.who.name : null,
    activity: { ...activityOf(draft, kind), occurred_at: draft.occurred_at ?? now().toISOString() },
    draft,
    state: 'waiting',
    problem: null,
  };
}

export function OutboxProvider({ user, children }: { user: string; children: ReactNode }) {
  const [undoable, setUndoable] = useState<string | null>(null);
  const [lastSent, setLastSent] = useState<Outbox['lastSent']>(null);

  const store = useOutboxStore(user, {
    refused: () => setUndoable(null),
    logged: ({ key }, { activity }) => setLastSent({ key, activity }),
  });
  const entries = useSyncExternalStore(store.subscribe, store.entries);

  useEffect(() => {
    if (undoable === null) return;
    const timer = setTimeout(() => setUndoable(null), undo_ms);
    return () => clearTimeout(timer);
  }, [undoable]);

  const outbox = useMemo<Outbox>(
    () => ({
      entries,
      undoable,
      lastSent,
      save(draft, kind) {
        const entry = entryOf(draft, kind);
        setUndoable(entry.key);
        void store.add(entry);
      },
      undo(key) {
        setUndoable(null);
        if (store.undo(key) || lastSent?.key !== key) return;
        void store.void(lastSent.activity.activity_id);
      },
      discard: (key) => store.discard(key),
    }),
    [entries, undoable, lastSent, store],
  );
  return <OutboxContext value={outbox}>{children}</OutboxContext>;
}
