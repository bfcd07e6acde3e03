import { queryOptions } from '@tanstack/react-query';
import * as calls from './calls';
import type { EvidenceAsked, LeadsToAsked, LeadsToRowsAsked } from './calls';
import { now } from './clock';
import { keys } from './keys';
import { farEnough } from './pages';
import type { Day, Instant } from './types';

const rarely = 10 * 60_000;
const day_ms = 86_400_000;

/** Within the last 24 hours. */
export const isOfLastDay = (at: Instant) => Date.parse(at) >= now().getTime() - day_ms;

export const sessionQuery = () =>
  queryOptions({
    queryKey: keys.session,
    queryFn: ({ signal }) => calls.readSession(signal),
    staleTime: rarely,
    retry: false,
  });

export const kindsQuery = () =>
  queryOptions({
    queryKey: keys.kinds,
    queryFn: ({ signal }) => calls.listKinds(signal),
    staleTime: rarely,
  });

export const topicsQuery = () =>
  queryOptions({
    queryKey: keys.topics,
    queryFn: ({ signal }) => calls.listTopics(signal),
    staleTime: rarely,
  });

export const contactsQuery = (prefix: string, limit: number) =>
  queryOptions({
    queryKey: keys.contactsFound(prefix, limit),
    queryFn: ({ signal }) => calls.findContacts(prefix, limit, signal),
  });

/** Everybody who waits for an answer stands first in the list of all. */
export const waitingQuery = () =>
  queryOptions({
    queryKey: keys.contactsFound('', 'waiting'),
    queryFn: ({ signal }) =>
      farEnough(
        (limit) => calls.findContacts('', limit, signal),
        (contacts) => contacts.at(-1)?.waiting_since === null,
      ),
  });

export const activitiesQuery = (rep: string, from: string, to: string) =>
  queryOptions({
    queryKey: keys.activitiesOf(rep, from, to),
    queryFn: ({ signal }) => calls.listActivities(rep, from, to, signal),
  });

/** The newest signals, all of the last day among them. */
export const signalsQuery = (rep: string) =>
  queryOptions({
    queryKey: keys.signalsOf(rep),
    queryFn: ({ signal }) =>
      farEnough(
        (limit) => calls.listSignals(rep, limit, signal),
        (signals) => !isOfLastDay(signals.at(-1)?.occurred_at ?? ''),
      ),
  });

export const repsQuery = () =>
  queryOptions({
    queryKey: keys.reps,
    queryFn: ({ signal }) => calls.listReps(signal),
    staleTime: rarely,
  });

export const teamsQuery = () =>
  queryOptions({
    queryKey: keys.teams,
    queryFn: ({ signal }) => calls.listTeams(signal),
    staleTime: rarely,
  });

export const quotasQuery = () =>
  queryOptions({
    queryKey: keys.quotas,
    queryFn: ({ signal }) => calls.listQuotas(signal),
    staleTime: rarely,
  });

export const paceOfRepQuery = (rep: string) =>
  queryOptions({
    queryKey: keys.paceOfRep(rep),
    queryFn: ({ signal }) => calls.readPaceOfRep(rep, signal),
  });

export const paceOfTeamQuery = (team: string) =>
  queryOptions({
    queryKey: keys.paceOfTeam(team),
    queryFn: ({ signal }) => calls.readPaceOfTeam(team, signal),
  });

export const totalsOfTeamQuery = (team: string) =>
  queryOptions({
    queryKey: keys.totalsOfTeam(team),
    queryFn: ({ signal }) => calls.readTotalsOfTeam(team, signal),
  });

export const paceOfQuotaQuery = (quota: string, rep: string, period?: string) =>
  queryOptions({
    queryKey: keys.paceOfQuota(quota, rep, period),
    queryFn: ({ signal }) => calls.readPaceOfQuota(quota, rep, period, signal),
  });

export const reportsQuery = (rep?: string, quota?: string) =>
  queryOptions({
    queryKey: keys.reportsOf(rep, quota),
    queryFn: ({ signal }) => calls.listReports(rep, quota, signal),
  });

export const verdictsQuery = (rep?: string, quota?: string) =>
  queryOptions({
    queryKey: keys.verdictsOf(rep, quota),
    queryFn: ({ signal }) => calls.listVerdicts(rep, quota, signal),
  });

export const reportQuery = (report: string) =>
  queryOptions({
    queryKey: keys.report(report),
    queryFn: ({ signal }) => calls.readReport(report, signal),
  });

/** Frozen: they never change. */
export const reportRowsQuery = (report: string) =>
  queryOptions({
    queryKey: keys.rowsOfReport(report),
    queryFn: ({ signal }) => calls.readReportRows(report, signal),
    staleTime: rarely,
  });

export const lateFactsQuery = (report: string) =>
  queryOptions({
    queryKey: keys.lateOf(report),
    queryFn: ({ signal }) => calls.readLateFacts(report, signal),
  });

/** The rows from a day on. */
export const evidenceSinceQuery = (asked: EvidenceAsked, day: Day) =>
  queryOptions({
    queryKey: [...keys.evidenceOf(asked), 'since', day],
    queryFn: ({ signal }) => calls.readAllEvidence(asked, day, signal),
  });

export const settingsQuery = () =>
  queryOptions({
    queryKey: keys.settings,
    queryFn: ({ signal }) => calls.readSettings(signal),
  });

export const noticeQuery = () =>
  queryOptions({ queryKey: keys.notice, queryFn: ({ signal }) => calls.readNotice(signal) });

export const looksQuery = () =>
  queryOptions({ queryKey: keys.looks, queryFn: ({ signal }) => calls.listLooks('me', signal) });

export const leaderboardsQuery = (team: string) =>
  queryOptions({
    queryKey: keys.leaderboardOf(team),
    queryFn: ({ signal }) => calls.readLeaderboards(team, signal),
  });

export const leaderboardChoiceQuery = () =>
  queryOptions({
    queryKey: keys.leaderboardChoice,
    queryFn: ({ signal }) => calls.readLeaderboardChoice(signal),
  });

export const leadsToQuery = (asked: LeadsToAsked) =>
  queryOptions({
    queryKey: keys.leadsToOf(asked),
    queryFn: ({ signal }) => calls.readLeadsTo(asked, signal),
  });

export const leadsToRowsQuery = (asked: LeadsToRowsAsked) =>
  queryOptions({
    queryKey: keys.leadsToRows(asked),
    queryFn: ({ signal }) => calls.readLeadsToRows(asked, signal),
  });
