// What is asked of the server about opportunities, accounts and sales.
import { answer, client } from './client';
import { allPages, page_max } from './pages';
import type {
  NewAmount,
  NewMove,
  NewOpportunity,
  OpportunityChange,
  OpportunityState,
  Part,
  StandingRow,
} from './pipelineTypes';
import type { Day, Id, Instant } from './types';
import type { components } from './schema';

type Schemas = components['schemas'];

const until = (signal?: AbortSignal) => (signal ? { signal } : {});
const once = (key: string) => ({ 'Idempotency-Key': key });

/** A change of what was seen: refused when somebody has changed it meanwhile. */
export interface Seen {
  opportunity: Id;
  version: number;
  key: string;
}

const seen = ({ opportunity, version, key }: Seen) => ({
  params: { path: { opportunity }, header: once(key) },
  headers: { 'If-Match': `"${version}"` },
});

export interface OpportunitiesAsked {
  rep?: string;
  product_line?: string;
  state?: OpportunityState;
  account?: Id;
}

export const listPipelines = (signal?: AbortSignal) =>
  allPages((page) =>
    answer(client.GET('/pipelines', { params: { query: page }, ...until(signal) })),
  );

export const listStageDays = (signal?: AbortSignal) =>
  allPages((page) =>
    answer(client.GET('/stage-days', { params: { query: page }, ...until(signal) })),
  );

export const listTerritories = (signal?: AbortSignal) =>
  allPages((page) =>
    answer(client.GET('/territories', { params: { query: page }, ...until(signal) })),
  );

export const listProductLines = (signal?: AbortSignal) =>
  allPages((page) =>
    answer(client.GET('/product-lines', { params: { query: page }, ...until(signal) })),
  );

/** Small, so that something is there soon. */
const first_page = 100;

/** One page of them, newest first. */
export const pageOfOpportunities = (
  asked: OpportunitiesAsked,
  cursor: string | null,
  signal?: AbortSignal,
) =>
  answer(
    client.GET('/opportunities', {
      params: {
        query: {
          ...asked,
          limit: cursor === null ? first_page : page_max,
          ...(cursor !== null && { cursor }),
        },
      },
      ...until(signal),
    }),
  );

export const readOpportunity = (opportunity: Id, signal?: AbortSignal) =>
  answer(
    client.GET('/opportunities/{opportunity}', {
      params: { path: { opportunity } },
      ...until(signal),
    }),
  );

export const listOpportunityHistory = (opportunity: Id, signal?: AbortSignal) =>
  allPages((page) =>
    answer(
      client.GET('/opportunities/{opportunity}/history', {
        params: { path: { opportunity }, query: page },
        ...until(signal),
      }),
    ),
  );

export const addOpportunity = (body: NewOpportunity, key: string) =>
  answer(client.POST('/opportunities', { body, params: { header: once(key) } }));

export const moveOpportunity = (of: Seen, body: NewMove) =>
  answer(client.POST('/opportunities/{opportunity}/moves', { body, ...seen(of) }));

export const changeAmounts = (of: Seen, amounts: NewAmount[]) =>
  answer(client.POST('/opportunities/{opportunity}/amounts', { body: { amounts }, ...seen(of) }));

export const changeCloseDay = (of: Seen, close_day: Day | null, reason?: string) =>
  answer(
    client.POST('/opportunities/{opportunity}/close-days', {
      body: { close_day, ...(reason !== undefined && reason !== '' && { reason }) },
      ...seen(of),
    }),
  );

export const changePeople = (of: Seen, people: { contact_id: Id; part: Part | null }[]) =>
  answer(client.POST('/opportunities/{opportunity}/people', { body: { people }, ...seen(of) }));

export const qualify = (of: Seen, answers: Schemas['NewQualificationAnswer'][]) =>
  answer(
    client.POST('/opportunities/{opportunity}/qualification', { body: { answers }, ...seen(of) }),
  );

export const changeOpportunity = (of: Seen, body: OpportunityChange) =>
  answer(client.POST('/opportunities/{opportunity}/changes', { body, ...seen(of) }));

/** A next step is no fact of the opportunity: its version stays. */
export const addNextStep = (opportunity: Id, what: string, due_at: Instant, key: string) =>
  answer(
    client.POST('/opportunities/{opportunity}/next-steps', {
      body: { what, due_at },
      params: { path: { opportunity }, header: once(key) },
    }),
  );

export const endNextStep = (next_step: Id, state: 'done' | 'dropped', key: string) =>
  answer(
    client.POST('/next-steps/{next_step}/end', {
      body: { state },
      params: { path: { next_step }, header: once(key) },
    }),
  );

export const listNextSteps = (signal?: AbortSignal) =>
  allPages((page) =>
    answer(client.GET('/next-steps', { params: { query: page }, ...until(signal) })),
  );

/** All that the opportunity made, also what was cancelled. */
export const listSalesOf = (opportunity: Id, signal?: AbortSignal) =>
  allPages((page) =>
    answer(
      client.GET('/sales/rows', {
        params: { query: { opportunity, ...page } },
        ...until(signal),
      }),
    ),
  );

/** Whose, which period, what of it, as it was known when. */
export interface StandingAsked {
  rep?: string;
  team?: string;
  territory?: string;
  product_line?: string;
  period?: string;
  as_of?: Instant;
}

/** The rows of a figure, of all parts and stages or of one. */
export interface StandingRowsAsked extends StandingAsked {
  part?: StandingRow['part'];
  stage?: Id;
}

export const readStanding = (
  asked: StandingAsked & { quota_minor?: number; quota?: string },
  signal?: AbortSignal,
) => answer(client.GET('/standing', { params: { query: asked }, ...until(signal) }));

export const listStandingRows = (asked: StandingRowsAsked, signal?: AbortSignal) =>
  allPages((page) =>
    answer(
      client.GET('/standing/rows', { params: { query: { ...asked, ...page } }, ...until(signal) }),
    ),
  );

export const readAccount = (account: Id, signal?: AbortSignal) =>
  answer(client.GET('/accounts/{account}', { params: { path: { account } }, ...until(signal) }));

/** Of an account, or of the acting person's own customers. */
export const listCrossSells = (account: Id | undefined, limit: number, signal?: AbortSignal) =>
  answer(
    client.GET('/cross-sells', {
      params: { query: { limit, ...(account !== undefined && { account }) } },
      ...until(signal),
    }),
  );

export const pageOfAccountHistory = (account: Id, cursor: string | null, signal?: AbortSignal) =>
  answer(
    client.GET('/accounts/{account}/history', {
      params: { path: { account }, query: { limit: 50, ...(cursor !== null && { cursor }) } },
      ...until(signal),
    }),
  );

export const readContact = (contact: Id, signal?: AbortSignal) =>
  answer(client.GET('/contacts/{contact}', { params: { path: { contact } }, ...until(signal) }));

export const pageOfContactHistory = (contact: Id, cursor: string | null, signal?: AbortSignal) =>
  answer(
    client.GET('/contacts/{contact}/history', {
      params: { path: { contact }, query: { limit: 50, ...(cursor !== null && { cursor }) } },
      ...until(signal),
    }),
  );

export const listContactOpportunities = (contact: Id, signal?: AbortSignal) =>
  allPages((page) =>
    answer(
      client.GET('/contacts/{contact}/opportunities', {
        params: { path: { contact }, query: page },
        ...until(signal),
      }),
    ),
  );

export const readSale = (sale: Id, signal?: AbortSignal) =>
  answer(client.GET('/sales/{sale}', { params: { path: { sale } }, ...until(signal) }));

/** Accounts and opportunities by the beginnings of words of their names. */
export const searchNames = (prefix: string, limit: number, signal?: AbortSignal) =>
  answer(client.GET('/search', { params: { query: { prefix, limit } }, ...until(signal) }));

export const listAccountContacts = (account: Id, signal?: AbortSignal) =>
  allPages((page) =>
    answer(
      client.GET('/accounts/{account}/contacts', {
        params: { path: { account }, query: page },
        ...until(signal),
      }),
    ),
  );
