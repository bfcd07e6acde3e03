import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { activitiesQuery } from '../api/queries';
import type { Activity, Id, List } from '../api/types';
import { addDays } from '../format';
import { useToday } from '../format/useToday';
import { useOutbox } from './OutboxProvider';
import { isLog, type LogEntry, type OutboxEntry } from './outbox';

/** A line of the list: from the server, or still on this device. */
export interface LoggedEntry {
  id: string;
  activity_id: Id | null;
  contact_name: string | null;
  kind: string;
  outcome: string | null;
  duration_s: number | null;
  topic: string | null;
  occurred_at: string;
  sources: Activity['sources'];
  outbox: LogEntry | null;
  /** Key of an undo that the server has refused: the activity still stands. */
  undo_refused: string | null;
  /** Set on the entry that was saved last from this page. */
  undo_key: string | null;
}

export interface LoggedToday {
  query: UseQueryResult<List<Activity>>;
  entries: LoggedEntry[];
}

function waitingEntry(outbox: LogEntry): LoggedEntry {
  const { key, activity, draft } = outbox;
  return {
    id: key,
    activity_id: null,
    contact_name: draft.who?.name ?? null,
    kind: activity.kind,
    outcome: activity.outcome ?? null,
    duration_s: activity.duration_s ?? null,
    topic: activity.topic ?? null,
    occurred_at: activity.occurred_at,
    sources: [],
    outbox,
    undo_refused: null,
    undo_key: key,
  };
}

/** What the reader has taken back is gone at once; it returns, with a word, only if the server refuses that. */
function storedEntries(
  activities: readonly Activity[],
  outbox: readonly OutboxEntry[],
  lastSent: ReturnType<typeof useOutbox>['lastSent'],
): LoggedEntry[] {
  const undos = new Map(
    outbox.flatMap((entry) => (isLog(entry) ? [] : [[entry.voids, entry] as const])),
  );
  return activities
    .filter(({ activity_id, state }) => {
      return state !== 'voided' && undos.get(activity_id)?.state !== 'waiting';
    })
    .map((activity) => {
      const { activity_id } = activity;
      const own = lastSent?.activity.activity_id === activity_id ? lastSent.key : null;
      const undo_refused = undos.get(activity_id)?.key ?? null;
      return { ...activity, id: activity_id, outbox: null, undo_key: own, undo_refused };
    });
}

export function useLoggedToday(): LoggedToday {
  const today = useToday();
  const { entries, lastSent } = useOutbox();
  const query = useQuery(activitiesQuery('me', today, addDays(today, 1)));
  const waiting = entries.filter(isLog).filter(({ undone }) => !undone);
  const stored = storedEntries(query.data?.items ?? [], entries, lastSent);
  const all = [...waiting.map(waitingEntry), ...stored];
  return {
    query,
    entries: all.sort((a, b) => Date.parse(b.occurred_at) - Date.parse(a.occurred_at)),
  };
}
