import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { addActivity, addContact, voidActivity } from '../api/calls';
import { keepTrying } from '../api/keepTrying';
import { keys } from '../api/keys';
import { refreshTouched } from '../api/touched';
import type { Activity, List } from '../api/types';
import { devicePlace, outboxName } from './outbox';
import { OutboxStore, type OutboxEvents } from './OutboxStore';

const retry_ms = 30_000;

/** Puts what the server has confirmed into the lists that are on the screen, until they are read again. */
export function showActivity(queries: QueryClient, activity: Activity): void {
  queries.setQueriesData<List<Activity>>({ queryKey: keys.activities }, (list) => {
    const others = list?.items.filter(({ activity_id }) => activity_id !== activity.activity_id);
    if (list === undefined || others === undefined) return list;
    const items = activity.state === 'voided' ? others : [activity, ...others];
    return { ...list, items };
  });
}

/** Sends while the user is signed in. */
function useFlushing(store: OutboxStore, user: string): void {
  useEffect(() => {
    const reread = ({ key }: StorageEvent) => key === outboxName(user) && store.reread();
    const rest = keepTrying(() => void store.flush(), retry_ms);
    window.addEventListener('storage', reread);
    store.start();
    return () => {
      store.stop();
      rest();
      window.removeEventListener('storage', reread);
    };
  }, [store, user]);
}

export function useOutboxStore(
  user: string,
  events: Pick<OutboxEvents, 'logged' | 'refused'>,
): OutboxStore {
  const queries = useQueryClient();
  const [store] = useState(
    () =>
      new OutboxStore(
        devicePlace(user, localStorage),
        { addContact, addActivity, voidActivity },
        {
          refused: (entry) => {
            events.refused(entry);
            void refreshTouched(queries, ['activity', 'contact']);
          },
          logged: (entry, change) => {
            const { activity, counts } = change;
            queries.setQueryData(keys.countsOf(activity.activity_id), counts);
            showActivity(queries, activity);
            events.logged(entry, change);
            void refreshTouched(queries, ['activity', 'contact']);
          },
          taken: (activity) => {
            if (activity !== null) showActivity(queries, activity);
            void refreshTouched(queries, ['activity']);
          },
        },
      ),
  );
  useFlushing(store, user);
  return store;
}
