import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey } from '../activity/newKey';
import { correctActivity, voidActivity } from '../api/calls';
import { keys } from '../api/keys';
import type { ActivitySet } from '../api/types';

export type Mend =
  { as: 'void'; reason: string } | { as: 'correct'; reason: string; set: ActivitySet };

/** Voids or corrects one activity, and lets every figure that it touched come anew. */
export function useMend(activity: string, onDone: () => void) {
  const queries = useQueryClient();
  const [key] = useState(newKey);
  return useMutation({
    mutationFn: (mend: Mend) =>
      mend.as === 'void'
        ? voidActivity(activity, mend.reason, key)
        : correctActivity(activity, mend.set, mend.reason, key),
    onSuccess: async () => {
      onDone();
      const touched = [keys.pace, keys.evidence, keys.activities];
      await Promise.all(touched.map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
}
