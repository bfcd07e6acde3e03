import { answer, client, rememberCsrfToken } from './client';
import { hasStatus } from './fault';
import { allPages, type Page } from './pages';
import { join } from './setUpCalls';
import { markSignedIn, signedInMark } from './signedIn';
import type {
  ActivitySet,
  Day,
  Decision,
  Evidence,
  EvidenceItem,
  Id,
  LeaderboardChoice,
  NewActivity,
  NewContact,
  NewSettings,
  Session,
} from './types';

type Abort = AbortSignal | undefined;

const until = (signal: Abort) => (signal ? { signal } : {});
const paged = (page: Page, signal: Abort) => ({ params: { query: page }, ...until(signal) });
const once = (key: string) => ({ 'Idempotency-Key': key });

function begun(session: Session): Session {
  markSignedIn('yes');
  rememberCsrfToken(session.csrf_token);
  return session;
}

/** Null: nobody is signed in. */
export async function readSession(signal?: Abort): Promise<Session | null> {
  if (signedInMark() !== 'yes') return null;
  try {
    const session = await answer(client.GET('/session', until(signal)));
    return signedInMark() === 'yes' ? begun(session) : null; // not who signed out meanwhile
  } catch (fault) {
    if (!hasStatus(fault, 401)) throw fault;
    markSignedIn('no');
    return null;
  }
}

export async function startSession(email: string, password: string): Promise<Session> {
  await endLeftSession();
  return begun(await answer(client.POST('/session', { body: { email, password } })));
}

/** With the token of an invitation; whoever was signed in on this device is so no longer. */
export async function joinWith(token: string, password: string): Promise<Session> {
  await endLeftSession();
  return begun(await join(token, password));
}

/** From now on nobody is signed in on this device; endLeftSession() tells the server. */
export function leaveSession(): void {
  markSignedIn('ending');
  rememberCsrfToken(null);
}

async function endOnServer(): Promise<void> {
  try {
    rememberCsrfToken((await answer(client.GET('/session'))).csrf_token);
    await client.DELETE('/session');
  } catch (fault) {
    if (!hasStatus(fault, 401)) throw fault;
  }
  rememberCsrfToken(null);
  markSignedIn('no');
}

let ending: Promise<void> | null = null;

/** One at a time, and before a new session begins: it must not be the new one that ends. */
export function endLeftSession(): Promise<void> {
  if (signedInMark() !== 'ending') return Promise.resolve();
  ending ??= endOnServer().finally(() => (ending = null));
  return ending;
}

export const listKinds = (signal?: Abort) =>
  allPages((page) => answer(client.GET('/kinds', paged(page, signal))));

export const listTopics = (signal?: Abort) =>
  allPages((page) => answer(client.GET('/topics', paged(page, signal))));

export const listReps = (signal?: Abort) =>
  allPages((page) => answer(client.GET('/reps', paged(page, signal))));

export const listTeams = (signal?: AbortSignal) =>
  allPages((page) => answer(client.GET('/teams', paged(page, signal))));

export const findContacts = (prefix: string, limit: number, signal?: Abort) =>
  answer(client.GET('/contacts', { params: { query: { prefix, limit } }, ...until(signal) }));

export const addContact = (body: NewContact, key: string) =>
  answer(client.POST('/contacts', { body, params: { header: once(key) } }));

export const listActivities = (rep: string, from: Day, to: Day, signal?: Abort) =>
  allPages((page) =>
    answer(
      client.GET('/activities', {
        params: { query: { rep, from, to, ...page } },
        ...until(signal),
      }),
    ),
  );

export const addActivity = (body: NewActivity, key: string) =>
  answer(client.POST('/activities', { body, params: { header: once(key) } }));

export const previewActivity = (body: NewActivity, signal?: Abort) =>
  answer(client.POST('/activities/preview', { body, ...until(signal) }));

export const voidActivity = (activity: Id, reason: string, key: string) =>
  answer(
    client.POST('/activities/{activity}/void', {
      body: { reason },
      params: { path: { activity }, header: once(key) },
    }),
  );

export const correctActivity = (activity: Id, set: ActivitySet, reason: string, key: string) =>
  answer(
    client.POST('/activities/{activity}/correct', {
      body: { set, reason },
      params: { path: { activity }, header: once(key) },
    }),
  );

export const listSignals = (rep: string, limit: number, signal?: Abort) =>
  answer(client.GET('/signals', { params: { query: { rep, limit } }, ...until(signal) }));

export const listQuotas = (signal?: Abort) =>
  allPages((page) => answer(client.GET('/quotas', paged(page, signal))));

export const readPaceOfRep = (rep: string, signal?: Abort) =>
  answer(client.GET('/reps/{rep}/pace', { params: { path: { rep } }, ...until(signal) }));

export const readPaceOfTeam = (team: string, signal?: Abort) =>
  allPages((page) =>
    answer(
      client.GET('/teams/{team}/pace', {
        params: { path: { team }, query: page },
        ...until(signal),
      }),
    ),
  );

export const readTotalsOfTeam = (team: string, signal?: Abort) =>
  answer(client.GET('/teams/{team}/totals', { params: { path: { team } }, ...until(signal) }));

export const readPaceOfQuota = (
  quota: string,
  rep: string,
  period: string | undefined,
  signal?: Abort,
) =>
  answer(
    client.GET('/quotas/{quota}/pace', {
      params: { path: { quota }, query: { rep, ...(period !== undefined && { period }) } },
      ...until(signal),
    }),
  );

export const listReports = (rep?: string, quota?: string, signal?: Abort) =>
  allPages((page) =>
    answer(
      client.GET('/reports', {
        params: { query: { ...(rep && { rep }), ...(quota && { quota }), ...page } },
        ...until(signal),
      }),
    ),
  );

export const listVerdicts = (rep?: string, quota?: string, signal?: Abort) =>
  allPages((page) =>
    answer(
      client.GET('/reports/verdicts', {
        params: { query: { ...(rep && { rep }), ...(quota && { quota }), ...page } },
        ...until(signal),
      }),
    ),
  );

export const readReport = (report: Id, signal?: Abort) =>
  answer(client.GET('/reports/{report}', { params: { path: { report } }, ...until(signal) }));

export const readReportRows = (report: Id, signal?: Abort) =>
  allPages((page) =>
    answer(
      client.GET('/reports/{report}/evidence', {
        params: { path: { report }, query: page },
        ...until(signal),
      }),
    ),
  );

export const readLateFacts = (report: Id, signal?: Abort) =>
  answer(client.GET('/reports/{report}/late', { params: { path: { report } }, ...until(signal) }));

/** One request makes a part of many reports: the next one goes on, with a key that follows from the first. */
export async function closePeriod(quota: Id, period: string, key: string) {
  for (let part = 0; ; part += 1) {
    const closed = await answer(
      client.POST('/quotas/{quota}/periods/{period}/close', {
        body: {},
        params: {
          path: { quota, period },
          header: once(part === 0 ? key : `${key}-${String(part)}`),
        },
      }),
    );
    if (closed.left === 0 || closed.made === 0) return closed;
  }
}

export const decideReport = (report: Id, body: Decision, key: string) =>
  answer(
    client.POST('/reports/{report}/decision', {
      body,
      params: { path: { report }, header: once(key) },
    }),
  );

export const acknowledgeReport = (report: Id, remark: string, key: string) =>
  answer(
    client.POST('/reports/{report}/acknowledgement', {
      body: { ...(remark !== '' && { remark }) },
      params: { path: { report }, header: once(key) },
    }),
  );

export interface EvidenceAsked {
  quota: string;
  rep: string;
  period?: string;
  counts?: 'all' | 'yes' | 'no';
  kinds?: 'all' | 'rule';
  limit?: number;
  cursor?: string;
}

export const readEvidence = ({ quota, ...query }: EvidenceAsked, signal?: Abort) =>
  answer(
    client.GET('/quotas/{quota}/evidence', {
      params: { path: { quota }, query },
      ...until(signal),
    }),
  );

/** All rows, or the newest ones back to the first day that is asked. */
export const readAllEvidence = (asked: EvidenceAsked, since?: Day, signal?: Abort) =>
  allPages<EvidenceItem, Evidence>((page) => readEvidence({ ...asked, ...page }, signal), {
    enough: (rows) => since !== undefined && (rows.at(-1)?.day ?? '') < since,
  });

export const readSettings = (signal?: Abort) => answer(client.GET('/settings', until(signal)));

export const changeSettings = (body: NewSettings, key: string) =>
  answer(client.PATCH('/settings', { body, params: { header: once(key) } }));

export const readNotice = (signal?: Abort) => answer(client.GET('/notice', until(signal)));

export const listLooks = (rep: string, signal?: Abort) =>
  allPages((page) =>
    answer(
      client.GET('/reps/{rep}/looks', {
        params: { path: { rep }, query: page },
        ...until(signal),
      }),
    ),
  );

export const readLeaderboards = (team: string, signal?: Abort) =>
  answer(client.GET('/teams/{team}/leaderboard', { params: { path: { team } }, ...until(signal) }));

const me = { rep: 'me' };

export const readLeaderboardChoice = (signal?: Abort) =>
  answer(client.GET('/reps/{rep}/leaderboard', { params: { path: me }, ...until(signal) }));

export const chooseLeaderboard = (body: LeaderboardChoice, key: string) =>
  answer(client.PUT('/reps/{rep}/leaderboard', { body, params: { path: me, header: once(key) } }));

export interface LeadsToAsked {
  /** One of the two. */
  rep?: string;
  team?: string;
  from: Day;
  to: Day;
  within_days: number;
}

export interface LeadsToRowsAsked extends LeadsToAsked {
  kind: string;
  /** `none`: those without one. */
  outcome: string;
  followed: 'all' | 'reached' | 'agreed' | 'refused' | 'open';
}

export const readLeadsTo = ({ rep, team, ...query }: LeadsToAsked, signal?: Abort) =>
  team === undefined
    ? answer(
        client.GET('/reps/{rep}/leads-to', {
          params: { path: { rep: rep ?? 'me' }, query },
          ...until(signal),
        }),
      )
    : answer(
        client.GET('/teams/{team}/leads-to', {
          params: { path: { team }, query },
          ...until(signal),
        }),
      );

/** The newest of them; what is beyond a page is not shown. */
export const readLeadsToRows = ({ rep, team, ...asked }: LeadsToRowsAsked, signal?: Abort) => {
  const query = { ...asked, limit: 100 };
  return team === undefined
    ? answer(
        client.GET('/reps/{rep}/leads-to/activities', {
          params: { path: { rep: rep ?? 'me' }, query },
          ...until(signal),
        }),
      )
    : answer(
        client.GET('/teams/{team}/leads-to/activities', {
          params: { path: { team }, query },
          ...until(signal),
        }),
      );
};
