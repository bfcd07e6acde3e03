import { useMutation, useQueryClient } from '@tanstack/react-query';
import { endSession } from '../api/calls';

export function useSignOut(): () => void {
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: endSession,
    onSettled: () => queries.resetQueries(),
  });
  return end.mutate;
}
