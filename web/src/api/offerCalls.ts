// What is asked of the server about estimates and trials.
import { answer, client } from './client';
import { allPages } from './pages';
import type { Estimate, NewEstimate, TrialKind } from './offerTypes';
import type { Day, Id } from './types';

const until = (signal?: AbortSignal) => (signal ? { signal } : {});
const once = (key: string) => ({ 'Idempotency-Key': key });

export const listEstimates = (opportunity: Id, signal?: AbortSignal) =>
  allPages((page) =>
    answer(
      client.GET('/estimates', { params: { query: { opportunity, ...page } }, ...until(signal) }),
    ),
  );

export const readEstimate = (estimate: Id, signal?: AbortSignal) =>
  answer(client.GET('/estimates/{estimate}', { params: { path: { estimate } }, ...until(signal) }));

export const addEstimate = (opportunity: Id, body: NewEstimate, key: string) =>
  answer(
    client.POST('/opportunities/{opportunity}/estimates', {
      body,
      params: { path: { opportunity }, header: once(key) },
    }),
  );

const seen = ({ estimate_id, version }: Estimate, key: string) => ({
  params: { path: { estimate: estimate_id }, header: once(key) },
  headers: { 'If-Match': `"${version}"` },
});

export const sendEstimate = (estimate: Estimate, key: string) =>
  answer(client.POST('/estimates/{estimate}/send', { body: {}, ...seen(estimate, key) }));

export const acceptEstimate = (estimate: Estimate, key: string) =>
  answer(client.POST('/estimates/{estimate}/accept', { body: {}, ...seen(estimate, key) }));

export const declineEstimate = (estimate: Estimate, reason: string, key: string) =>
  answer(
    client.POST('/estimates/{estimate}/decline', { body: { reason }, ...seen(estimate, key) }),
  );

export const withdrawEstimate = (estimate: Estimate, reason: string, key: string) =>
  answer(
    client.POST('/estimates/{estimate}/withdraw', { body: { reason }, ...seen(estimate, key) }),
  );

export const listTrials = (opportunity: Id, signal?: AbortSignal) =>
  allPages((page) =>
    answer(
      client.GET('/trials', { params: { query: { opportunity, ...page } }, ...until(signal) }),
    ),
  );

/** The acting person's own. */
export const listTrialsEnding = (ends_before: Day, signal?: AbortSignal) =>
  allPages((page) =>
    answer(
      client.GET('/trials', { params: { query: { ends_before, ...page } }, ...until(signal) }),
    ),
  );

export const readSuggestedTrial = (opportunity: Id, signal?: AbortSignal) =>
  answer(
    client.GET('/opportunities/{opportunity}/suggested-trial', {
      params: { path: { opportunity } },
      ...until(signal),
    }),
  );

export const addTrial = (
  opportunity: Id,
  body: { kind: TrialKind; what: string; from: Day; to: Day },
  key: string,
) =>
  answer(
    client.POST('/opportunities/{opportunity}/trials', {
      body,
      params: { path: { opportunity }, header: once(key) },
    }),
  );

export const extendTrial = (trial: Id, to: Day, key: string) =>
  answer(
    client.POST('/trials/{trial}/extend', {
      body: { to },
      params: { path: { trial }, header: once(key) },
    }),
  );

export const endTrial = (trial: Id, state: 'ended' | 'converted', key: string) =>
  answer(
    client.POST('/trials/{trial}/end', {
      body: { state },
      params: { path: { trial }, header: once(key) },
    }),
  );
