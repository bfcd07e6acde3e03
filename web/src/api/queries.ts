import { queryOptions } from '@tanstack/react-query';
import * as calls from './calls';
import type { EvidenceAsked } from './calls';
import { keys } from './keys';

const rarely = 10 * 60_000;

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

export const activitiesQuery = (rep: string, from: string, to: string) =>
  queryOptions({
    queryKey: keys.activitiesOf(rep, from, to),
    queryFn: ({ signal }) => calls.listActivities(rep, from, to, signal),
  });

export const signalsQuery = (rep: string, limit: number) =>
  queryOptions({
    queryKey: keys.signalsOf(rep, limit),
    queryFn: ({ signal }) => calls.listSignals(rep, limit, signal),
  });

export const repsQuery = () =>
  queryOptions({
    queryKey: keys.reps,
    queryFn: ({ signal }) => calls.listReps(signal),
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

export const paceOfQuotaQuery = (quota: string, rep: string, period?: string) =>
  queryOptions({
    queryKey: keys.paceOfQuota(quota, rep, period),
    queryFn: ({ signal }) => calls.readPaceOfQuota(quota, rep, period, signal),
  });

export const evidenceQuery = (asked: EvidenceAsked) =>
  queryOptions({
    queryKey: keys.evidenceOf(asked),
    queryFn: ({ signal }) => calls.readEvidence(asked, signal),
  });
