import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { isRefusal } from '../activity/outbox';
import { now } from '../api/clock';
import { keys } from '../api/keys';
import { newKey } from '../api/newKey';
import { listOpportunityHistory, moveOpportunity, readOpportunity } from '../api/pipelineCalls';
import type { Id, Session } from '../api/types';
import { useSession } from '../session/useSession';
import { type Board, MoveStore } from './moves';

let stores: { user: Id; store: MoveStore } | null = null;

/** One for each user: what waits is kept while the person looks at other pages, and never sent for somebody else. */
function storeOf(user: Id, queries: QueryClient): MoveStore {
  if (stores?.user === user) return stores.store;
  stores?.store.stop();
  const store = new MoveStore({
    move: moveOpportunity,
    read: (id) => readOpportunity(id),
    history: (id) => listOpportunityHistory(id),
    isRefusal,
    newKey,
    now,
    isSamePerson: () => {
      const session = queries.getQueryData<Session | null>(keys.session);
      return session === undefined || session?.user.user_id === user;
    },
  });
  stores = { user, store };
  return store;
}

const ask = (event: BeforeUnloadEvent) => event.preventDefault();

export function useMoves(): { store: MoveStore; board: Board } {
  const store = storeOf(useSession().user.user_id, useQueryClient());
  const board = useSyncExternalStore(store.subscribe, store.board);
  const waits = [...board.moves.values()].some(({ state }) => state === 'waiting');
  useEffect(() => {
    if (!waits) return undefined;
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [waits]);
  return { store, board };
}
