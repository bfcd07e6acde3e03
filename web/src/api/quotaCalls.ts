// The editor of quotas: definitions, previews, proposals, templates, and the last periods of a rep.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, client } from './client';
import { keys } from './keys';
import { allPages } from './pages';
import type { CopyQuota, Id, ManyQuotas, NewProposal, NewQuota, Template } from './types';

type Abort = AbortSignal | undefined;

const until = (signal: Abort) => (signal ? { signal } : {});
const once = (key: string) => ({ 'Idempotency-Key': key });
const ifSeen = (tag: string | null) => (tag === null ? {} : { headers: { 'If-Match': tag } });

export const addQuota = (body: NewQuota, key: string) =>
  answer(client.POST('/quotas', { body, params: { header: once(key) } }));

/** Refused with quota.changed when the quota is another one than the tag says. */
export const putQuota = (body: NewQuota, tag: string | null, key: string) =>
  answer(
    client.PUT('/quotas/{quota}', {
      body,
      params: { path: { quota: body.key }, header: once(key) },
      ...ifSeen(tag),
    }),
  );

export const previewQuota = (body: NewQuota, signal?: Abort) =>
  answer(client.POST('/quotas/preview', { body, ...until(signal) }));

export const endQuota = ({ quota, tag }: { quota: string; tag: string | null }, key: string) =>
  answer(
    client.POST('/quotas/{quota}/end', {
      body: {},
      params: { path: { quota }, header: once(key) },
      ...ifSeen(tag),
    }),
  );

export const changeQuotas = (body: ManyQuotas, key: string) =>
  answer(client.POST('/quotas/many', { body, params: { header: once(key) } }));

export const previewQuotas = (body: ManyQuotas, signal?: Abort) =>
  answer(client.POST('/quotas/many/preview', { body, ...until(signal) }));

export const copyQuota = (quota: string, body: CopyQuota, key: string) =>
  answer(
    client.POST('/quotas/{quota}/copy', {
      body,
      params: { path: { quota }, header: once(key) },
    }),
  );

export const agreeToQuota = (quota: string, key: string) =>
  answer(
    client.POST('/quotas/{quota}/agreement', { params: { path: { quota }, header: once(key) } }),
  );

export const proposeQuota = (quota: string, body: NewProposal, key: string) =>
  answer(
    client.POST('/quotas/{quota}/proposals', {
      body,
      params: { path: { quota }, header: once(key) },
    }),
  );

export const decideProposal = (proposal: Id, agreed: boolean, key: string) =>
  answer(
    client.POST('/quota-proposals/{proposal}/decision', {
      body: { agreed },
      params: { path: { proposal }, header: once(key) },
    }),
  );

/** Takes a template into the company's definitions. */
export async function applyTemplate(name: Template['name'], key: string) {
  const document = await answer(
    client.GET('/templates/{template}', { params: { path: { template: name } } }),
  );
  return answer(client.POST('/apply', { body: document, params: { header: once(key) } }));
}

export const quotaQuery = (quota: string) =>
  queryOptions({
    queryKey: [...keys.quotas, 'one', quota],
    queryFn: ({ signal }) =>
      answer(client.GET('/quotas/{quota}', { params: { path: { quota } }, ...until(signal) })),
  });

/** Which quota somebody began to edit: asked once, and not again while they are at it. */
export const quotaTagQuery = (quota: string | undefined) =>
  queryOptions({
    queryKey: [...keys.quotaTags, quota],
    queryFn: async ({ signal }) => {
      const path = { quota: quota ?? '' };
      const { response } = await client.GET('/quotas/{quota}', { params: { path }, signal });
      return response.headers.get('ETag');
    },
    enabled: quota !== undefined,
    staleTime: Infinity,
    gcTime: 0,
  });

export const openProposalsQuery = () =>
  queryOptions({
    queryKey: [...keys.quotas, 'proposals'],
    queryFn: ({ signal }) =>
      allPages((page) =>
        answer(
          client.GET('/quota-proposals', {
            params: { query: { state: 'open', ...page } },
            ...until(signal),
          }),
        ),
      ),
  });

export const templatesQuery = () =>
  queryOptions({
    queryKey: ['templates'],
    queryFn: ({ signal }) => answer(client.GET('/templates', until(signal))),
    staleTime: Infinity,
  });

export const historyQuery = (quota: string, rep: string) =>
  queryOptions({
    queryKey: [...keys.pace, 'history', quota, rep],
    queryFn: ({ signal }) =>
      answer(
        client.GET('/quotas/{quota}/history', {
          params: { path: { quota }, query: { rep } },
          ...until(signal),
        }),
      ),
  });

export const teamQuotasQuery = (team: string) =>
  queryOptions({
    queryKey: [...keys.pace, 'together', team],
    queryFn: ({ signal }) =>
      answer(client.GET('/teams/{team}/quotas', { params: { path: { team } }, ...until(signal) })),
  });

export interface TeamEvidenceAsked {
  team: string;
  quota: string;
  period: string;
  counts: 'all' | 'yes' | 'no';
}

/** The rows of a team's one number, by fifties. */
export const teamEvidenceQuery = ({ team, quota, ...asked }: TeamEvidenceAsked) =>
  infiniteQueryOptions({
    queryKey: [...keys.evidence, 'together', team, quota, asked],
    queryFn: ({ signal, pageParam }) =>
      answer(
        client.GET('/teams/{team}/quotas/{quota}/evidence', {
          params: {
            path: { team, quota },
            query: { ...asked, kinds: 'rule', limit: 50, ...(pageParam && { cursor: pageParam }) },
          },
          ...until(signal),
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
