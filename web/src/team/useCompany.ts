import { queryOptions, useQuery } from '@tanstack/react-query';
import { keys } from '../api/keys';
import {
  listCountries,
  listLeave,
  listPeople,
  listTeamLeave,
  listWebhooks,
  readCompany,
} from '../api/setUpCalls';
import type { Day } from '../api/types';

export const companyQuery = () =>
  queryOptions({ queryKey: keys.company, queryFn: ({ signal }) => readCompany(signal) });

export const peopleQuery = () =>
  queryOptions({ queryKey: keys.people, queryFn: ({ signal }) => listPeople(signal) });

const countriesQuery = () =>
  queryOptions({
    queryKey: keys.countries,
    queryFn: ({ signal }) => listCountries(signal),
    staleTime: Infinity,
  });

export const webhooksQuery = () =>
  queryOptions({ queryKey: keys.webhooks, queryFn: ({ signal }) => listWebhooks(signal) });

const leaveQuery = (rep: string) =>
  queryOptions({ queryKey: keys.leaveOf(rep), queryFn: ({ signal }) => listLeave(rep, signal) });

const teamLeaveQuery = (team: string, from: Day, to: Day) =>
  queryOptions({
    queryKey: keys.leaveOfTeam(team, from),
    queryFn: ({ signal }) => listTeamLeave(team, from, to, signal),
  });

export const useCompany = () => useQuery(companyQuery());
export const usePeople = () => useQuery(peopleQuery());
export const useWebhooks = () => useQuery(webhooksQuery());
export const useCountries = () => useQuery(countriesQuery());
export const useLeave = (rep: string) => useQuery(leaveQuery(rep));
export const useTeamLeave = (team: string, from: Day, to: Day) =>
  useQuery(teamLeaveQuery(team, from, to));
