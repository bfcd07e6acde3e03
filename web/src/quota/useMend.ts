import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { newKey } from '../api/newKey';
import { correctActivity, voidActivity } from '../api/calls';
import { refreshTouched } from '../api/touched';
import type { ActivitySet } from '../api/types';

export type Mend =
  { as: 'void'; reason: string } | { as: 'correct'; reason: string; set: ActivitySet };

/** Voids or corrects one activity, and lets every figure that it touched come anew. */
export function useMend(activity: string, onDone: () => void) {
  const queries = useQueryClient();
  const sent = useRef({ body: '', key: '' });
  // The same repair again has the same key, so that it is stored once; another one is another repair.
  function keyOf(mend: Mend): string {
    const body = JSON.stringify(mend);
    if (sent.current.body !== body) sent.current = { body, key: newKey() };
    return sent.current.key;
  }
  return useMutation({
    mutationFn: (mend: Mend) =>
      mend.as === 'void'
        ? voidActivity(activity, mend.reason, keyOf(mend))
        : correctActivity(activity, mend.set, mend.reason, keyOf(mend)),
    onSuccess: onDone,
    // Also after a fault: without an answer nobody knows what was stored.
    onSettled: () => refreshTouched(queries, ['activity']),
  });
}
