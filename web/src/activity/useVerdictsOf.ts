import { useQueryClient } from '@tanstack/react-query';
import { keys } from '../api/keys';
import type { Effect, Id } from '../api/types';
import { useToday } from '../format/useToday';
import { useVerdicts, type Verdict } from '../quota/useVerdicts';

const asVerdicts = (effects: readonly Effect[]): Verdict[] =>
  effects
    .filter(({ reason }) => reason !== 'other_kind')
    .map(({ quota_id, name, counts, reason }) => ({
      quota_id,
      name,
      counts,
      reason,
      detail: null,
    }));

/** What one activity counts for; undefined while that is not known. */
export function useVerdictsOf(): (activity: Id | null) => Verdict[] | undefined {
  const queries = useQueryClient();
  const { ofActivity, complete } = useVerdicts(useToday());
  return (activity) => {
    if (activity === null) return undefined;
    const known = ofActivity.get(activity);
    if (known) return known;
    const effects = queries.getQueryData<Effect[]>(keys.countsOf(activity));
    return effects ? asVerdicts(effects) : complete ? [] : undefined;
  };
}
