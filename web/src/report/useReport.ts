import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { acknowledgeReport, closePeriod, decideReport } from '../api/calls';
import { newKey } from '../api/newKey';
import {
  lateFactsQuery,
  reportQuery,
  reportRowsQuery,
  reportsQuery,
  verdictsQuery,
} from '../api/queries';
import { refreshTouched } from '../api/touched';
import type { Decision, Id } from '../api/types';

export const useReports = (rep: string | undefined, quota: string | undefined) =>
  useQuery(reportsQuery(rep, quota));

export const useVerdicts = (rep: string | undefined, quota: string | undefined) =>
  useQuery(verdictsQuery(rep, quota));

export const useReport = (report: Id) => useQuery(reportQuery(report));
export const useReportRows = (report: Id) => useQuery(reportRowsQuery(report));
export const useLateFacts = (report: Id) => useQuery(lateFactsQuery(report));

/** The same again has the same key, so that it is stored once. */
function useKeys() {
  const sent = useRef({ body: '', key: '' });
  return (what: unknown): string => {
    const body = JSON.stringify(what);
    if (sent.current.body !== body) sent.current = { body, key: newKey() };
    return sent.current.key;
  };
}

/** Sends, and lets the reports come anew: also after a fault, since nobody knows what was stored. */
function useSaying<What, Answer>(
  send: (what: What, key: string) => Promise<Answer>,
  onDone: (answer: Answer) => void,
) {
  const queries = useQueryClient();
  const keyOf = useKeys();
  return useMutation({
    mutationFn: (what: What) => send(what, keyOf(what)),
    onSuccess: onDone,
    onSettled: () => refreshTouched(queries, ['report']),
  });
}

export const useDecide = (report: Id, onDone: () => void) =>
  useSaying((body: Decision, key) => decideReport(report, body, key), onDone);

export const useAcknowledge = (report: Id, onDone: () => void) =>
  useSaying((remark: string, key) => acknowledgeReport(report, remark, key), onDone);

export interface PeriodOfQuota {
  quota: Id;
  period: string;
}

export const useClosePeriod = (onDone: () => void) =>
  useSaying(({ quota, period }: PeriodOfQuota, key) => closePeriod(quota, period, key), onDone);
