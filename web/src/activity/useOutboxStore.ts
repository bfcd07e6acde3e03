import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { addActivity, addContact } from '../api/calls';
import { keys } from '../api/keys';
import type { Activity, List } from '../api/types';
import { devicePlace, outboxName } from './outbox';
import { OutboxStore, type OutboxEvents } from './OutboxStore';

const retry_ms = 30_000;

export function refreshFigures(queries: QueryClient): void {
  for (const queryKey of [keys.activities, keys.pace, keys.evidence, keys.contacts, keys.signals]) {
    void queries.invalidateQueries({ queryKey });
  }
}

/** Puts what the server has confirmed into the lists that are on the screen, until they are read again. */
export function showActivity(queries: QueryClient, activity: Activity): void {
  queries.setQueriesData<List<Activity>>({ queryKey: keys.activities }, (list) => {
    const others = list?.items.filter(({ activity_id }) => activity_id !== activity.activity_id);
    if (list === undefined || others === undefined) return list;
    const items = activity.state === 'voided' ? others : [activity, ...others];
    return { ...list, items };
  });
}

/** Tries again when the network or the reader comes back, and every half minute. */
function useFlushing(store: OutboxStore, user: string): void {
  useEffect(() => {
    const flush = () => void store.flush();
    const flushIfVisible = () => document.visibilityState === 'visible' && flush();
    const reread = ({ key }: StorageEvent) => key === outboxName(user) && store.reread();
    const timer = setInterval(flush, retry_ms);
    flush();
    window.addEventListener('online', flush);
    window.addEventListener('storage', reread);
    document.addEventListener('visibilitychange', flushIfVisible);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', flush);
      window.removeEventListener('storage', reread);
      document.removeEventListener('visibilitychange', flushIfVisible);
    };
  }, [store, user]);
}

export function useOutboxStore(user: string, events: OutboxEvents): OutboxStore {
  const queries = useQueryClient();
  const [store] = useState(
    () =>
      new OutboxStore(
        devicePlace(user, localStorage),
        { addContact, addActivity },
        {
          refused: events.refused,
          sent: (entry, change) => {
            const { activity, counts } = change;
            queries.setQueryData(keys.countsOf(activity.activity_id), counts);
            showActivity(queries, activity);
            events.sent(entry, change);
            refreshFigures(queries);
          },
        },
      ),
  );
  useFlushing(store, user);
  return store;
}
