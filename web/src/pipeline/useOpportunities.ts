import { queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { keys } from '../api/keys';
import {
  listPipelines,
  listProductLines,
  listTerritories,
  type OpportunitiesAsked,
  pageOfOpportunities,
  readOpportunity,
} from '../api/pipelineCalls';
import type { Opportunity } from '../api/pipelineTypes';
import type { Id } from '../api/types';

const rarely = 10 * 60_000;

const pipelinesQuery = () =>
  queryOptions({
    queryKey: keys.pipelines,
    queryFn: ({ signal }) => listPipelines(signal),
    staleTime: rarely,
  });

export const usePipelines = () => useQuery(pipelinesQuery());

export const useProductLines = () =>
  useQuery({
    queryKey: keys.productLines,
    queryFn: ({ signal }) => listProductLines(signal),
    staleTime: rarely,
  });

export const useTerritories = () =>
  useQuery({
    queryKey: keys.territories,
    queryFn: ({ signal }) => listTerritories(signal),
    staleTime: rarely,
  });

export const useOpportunity = (id: Id) =>
  useQuery({
    queryKey: [...keys.opportunities, 'one', id],
    queryFn: ({ signal }) => readOpportunity(id, signal),
  });

export interface Opportunities {
  items: readonly Opportunity[] | undefined;
  /** False: more pages are on their way. */
  complete: boolean;
  failed: boolean;
  updated: number;
  refetch: () => void;
}

/** Page after page: what has come is shown at once, and the rest follows by itself. */
export function useOpportunities(asked: OpportunitiesAsked): Opportunities {
  const query = useInfiniteQuery({
    queryKey: [...keys.opportunities, 'list', asked],
    queryFn: ({ pageParam, signal }) => pageOfOpportunities(asked, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: (before) => before,
  });
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  const items = useMemo(() => data?.pages.flatMap((page) => page.items), [data]);
  return {
    items,
    complete: !hasNextPage,
    failed: query.isError,
    updated: query.dataUpdatedAt,
    refetch: () => void query.refetch(),
  };
}
