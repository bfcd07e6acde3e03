import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  use,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { voidActivity } from '../api/calls';
import { now } from '../api/clock';
import type { Activity, Kind } from '../api/types';
import { activityOf, isKnown, type Draft } from './draft';
import { newKey } from './newKey';
import type { OutboxEntry } from './outbox';
import { refreshFigures, showActivity, useOutboxStore } from './useOutboxStore';

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

function entryOf(draft: Draft, kind: Kind): OutboxEntry {
  return {
    key: newKey(),
    contact_key: newKey(),
    new_contact: draft.who !== null && !isKnown(draft.who) ? draft.who.name : null,
    activity: { ...activityOf(draft, kind), occurred_at: now().toISOString() },
    draft,
    state: 'waiting',
    problem: null,
  };
}

export function OutboxProvider({ user, children }: { user: string; children: ReactNode }) {
  const queries = useQueryClient();
  const [undoable, setUndoable] = useState<string | null>(null);
  const [lastSent, setLastSent] = useState<Outbox['lastSent']>(null);
  const undoWhenSent = useRef(new Set<string>());

  const withdraw = useRef(async (activity: Activity) => {
    showActivity(queries, { ...activity, state: 'voided' });
    await voidActivity(activity.activity_id, 'undo', newKey()).catch(() => undefined);
    refreshFigures(queries);
  });

  const store = useOutboxStore(user, {
    refused: () => setUndoable(null),
    sent: ({ key }, { activity }) => {
      if (undoWhenSent.current.delete(key)) void withdraw.current(activity);
      else setLastSent({ key, activity });
    },
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
        if (store.remove(key)) return;
        if (lastSent?.key === key) void withdraw.current(lastSent.activity);
        else undoWhenSent.current.add(key);
      },
      discard: (key) => void store.remove(key),
    }),
    [entries, undoable, lastSent, store],
  );
  return <OutboxContext value={outbox}>{children}</OutboxContext>;
}
