import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { keys } from '../api/keys';
import { listStageDays } from '../api/pipelineCalls';
import type { StageDays } from '../api/pipelineTypes';

/** How long opportunities of the company stand in a stage, by stage. */
export type UsualDays = ReadonlyMap<string, StageDays>;

const rarely = 10 * 60_000;

/** Empty until it is known, and when it cannot be read: then a card tells its days alone. */
export function useUsualDays(): UsualDays {
  const { data } = useQuery({
    queryKey: keys.stageDays,
    queryFn: ({ signal }) => listStageDays(signal),
    staleTime: rarely,
  });
  return useMemo(() => new Map(data?.items.map((each) => [each.stage_id, each])), [data]);
}
