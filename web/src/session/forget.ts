import type { QueryClient } from '@tanstack/react-query';
import { keys } from '../api/keys';

/** Nothing that was read for somebody stays. The gate watches the session's own query, which is kept. */
export function forget(queries: QueryClient): void {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.session[0] });
  queries.getMutationCache().clear();
}
