import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiFault, hasStatus } from '../api/fault';
import { keys } from '../api/keys';

function mayHelpToRetry(failures: number, error: Error): boolean {
  const refused = error instanceof ApiFault && error.problem.status < 500;
  return !refused && failures < 2;
}

/** A session that ended shows itself as 401 on any reading: ask for the session, and the gate closes. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (query.queryKey[0] !== keys.session[0] && hasStatus(error, 401)) {
          void client.invalidateQueries({ queryKey: keys.session });
        }
      },
    }),
    defaultOptions: {
      queries: { staleTime: 20_000, retry: mayHelpToRetry, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
  return client;
}
