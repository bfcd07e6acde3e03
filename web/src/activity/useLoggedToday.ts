import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { activitiesQuery } from '../api/queries';
import type { Activity, Id, List } from '../api/types';
import { addDays } from '../format';
import { useToday } from '../today/useToday';
import { useOutbox } from './OutboxProvider';
import type { OutboxEntry } from './outbox';

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
  outbox: OutboxEntry | null;
  /** Set on the entry that was saved last from this page. */
  undo_key: string | null;
}

export interface LoggedToday {
  query: UseQueryResult<List<Activity>>;
  entries: LoggedEntry[];
}

function waitingEntry(outbox: OutboxEntry): LoggedEntry {
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
    outbox,
    undo_key: key,
  };
}

export function useLoggedToday(): LoggedToday {
  const today = useToday();
  const { entries, lastSent } = useOutbox();
  const query = useQuery(activitiesQuery('me', today, addDays(today, 1)));
  const stored = (query.data?.items ?? [])
    .filter(({ state }) => state !== 'voided')
    .map((activity): LoggedEntry => {
      const { activity_id } = activity;
      const own = lastSent?.activity.activity_id === activity_id ? lastSent.key : null;
      return { ...activity, id: activity_id, outbox: null, undo_key: own };
    });
  const all = [...entries.map(waitingEntry), ...stored];
  return {
    query,
    entries: all.sort((a, b) => Date.parse(b.occurred_at) - Date.parse(a.occurred_at)),
  };
}
