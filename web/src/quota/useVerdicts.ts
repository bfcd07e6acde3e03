import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { evidenceSinceQuery, paceOfRepQuery } from '../api/queries';
import type { Day, Id, Pace, Reason } from '../api/types';

export interface Verdict {
  quota_id: Id;
  name: string;
  counts: boolean;
  reason: Reason;
  detail: string | null;
}

export interface Verdicts {
  ofActivity: ReadonlyMap<Id, Verdict[]>;
  countedToday: ReadonlyMap<Id, number>;
  /** All evidence is here: what is in none of it counts for nothing. */
  complete: boolean;
}

const none: Pace[] = [];

/** What each activity of today counts for, read from the evidence of the reader's own quotas. */
export function useVerdicts(today: Day): Verdicts {
  const quotas = useQuery(paceOfRepQuery('me')).data?.items ?? none;
  const evidence = useQueries({
    queries: quotas.map(({ quota_id }) =>
      evidenceSinceQuery({ quota: quota_id, rep: 'me', kinds: 'rule' }, today),
    ),
    combine: (results) => results.map(({ data }) => data?.items),
  });
  return useMemo(() => {
    const ofActivity = new Map<Id, Verdict[]>();
    const countedToday = new Map<Id, number>();
    quotas.forEach(({ quota_id, name }, index) => {
      for (const { activity_id, day, counts, reason, detail } of evidence[index] ?? []) {
        if (day !== today) continue;
        const verdicts = ofActivity.get(activity_id) ?? [];
        ofActivity.set(activity_id, [...verdicts, { quota_id, name, counts, reason, detail }]);
        if (counts) countedToday.set(quota_id, (countedToday.get(quota_id) ?? 0) + 1);
      }
    });
    return { ofActivity, countedToday, complete: evidence.every((items) => items !== undefined) };
  }, [quotas, evidence, today]);
}
