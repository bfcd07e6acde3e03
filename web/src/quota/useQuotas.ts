import { infiniteQueryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type EvidenceAsked, readEvidence } from '../api/calls';
import { keys } from '../api/keys';
import {
  paceOfQuotaQuery,
  paceOfRepQuery,
  paceOfTeamQuery,
  totalsOfTeamQuery,
} from '../api/queries';

export const useRepPace = (rep: string | undefined) =>
  useQuery({ ...paceOfRepQuery(rep ?? ''), enabled: rep !== undefined });

export const useQuotaPace = (
  quota: string | undefined,
  rep: string | undefined,
  period: string | undefined,
) =>
  useQuery({
    ...paceOfQuotaQuery(quota ?? '', rep ?? '', period),
    enabled: quota !== undefined && rep !== undefined,
  });

export const useTeamPace = (team: string | undefined) =>
  useQuery({ ...paceOfTeamQuery(team ?? ''), enabled: team !== undefined });

/** What the team as a whole did of each quota; absent while it is read. */
export const useTeamTotals = (team: string | undefined) =>
  useQuery({ ...totalsOfTeamQuery(team ?? ''), enabled: team !== undefined }).data?.items;

const PAGE_ROWS = 50;

export type EvidenceOf = Pick<EvidenceAsked, 'quota' | 'rep' | 'period' | 'counts'>;

const evidencePages = (of: EvidenceOf) => {
  const asked: EvidenceAsked = { ...of, kinds: 'rule', limit: PAGE_ROWS };
  return infiniteQueryOptions({
    queryKey: [...keys.evidenceOf(asked), 'pages'],
    queryFn: ({ signal, pageParam }) =>
      readEvidence({ ...asked, ...(pageParam && { cursor: pageParam }) }, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
};

/** Rows of evidence by fifties. */
export const useEvidence = (of: EvidenceOf, enabled: boolean) =>
  useInfiniteQuery({ ...evidencePages(of), enabled });
