import { useQueryClient } from '@tanstack/react-query';
import { leaveSession } from '../api/calls';
import { keys } from '../api/keys';
import { forget } from './forget';

/** At once, with or without a network; the sign-in page tells the server. */
export function useSignOut(): () => void {
  const queries = useQueryClient();
  return () => {
    leaveSession();
    queries.setQueryData(keys.session, null);
    forget(queries);
  };
}
