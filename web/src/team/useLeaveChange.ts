import { useMutation, useQueryClient } from '@tanstack/react-query';
import { readPaceOfRep } from '../api/calls';
import { addLeave, removeLeave } from '../api/setUpCalls';
import type { NewLeave } from '../api/setUpTypes';
import { effectsOf, type Effect } from './effects';
import { useKeyOf } from './useApply';

export type LeaveChange = { rep: string; add: NewLeave } | { rep: string; remove: string };

export interface LeaveChanged {
  change: LeaveChange;
  effects: Effect[];
}

/** Adds or removes a leave, and says what this does to the running quotas of the rep. */
export function useLeaveChange() {
  const queries = useQueryClient();
  const keyOf = useKeyOf();
  return useMutation({
    mutationFn: async (change: LeaveChange): Promise<LeaveChanged> => {
      const before = await readPaceOfRep(change.rep);
      if ('add' in change) await addLeave(change.rep, change.add, keyOf(change));
      else await removeLeave(change.rep, change.remove, keyOf(change));
      const after = await readPaceOfRep(change.rep);
      return { change, effects: effectsOf(before.items, after.items) };
    },
    onSettled: () => queries.invalidateQueries(),
  });
}
