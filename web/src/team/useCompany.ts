import { queryOptions, useQuery } from '@tanstack/react-query';
import { keys } from '../api/keys';
import { listCountries, listLeave, listPeople, readCompany } from '../api/setUpCalls';

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

export const leaveQuery = (rep: string) =>
  queryOptions({ queryKey: keys.leaveOf(rep), queryFn: ({ signal }) => listLeave(rep, signal) });

export const useCompany = () => useQuery(companyQuery());
export const usePeople = () => useQuery(peopleQuery());
export const useCountries = () => useQuery(countriesQuery());
export const useLeave = (rep: string) => useQuery(leaveQuery(rep));
