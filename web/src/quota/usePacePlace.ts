// Where on the Pace page somebody stands: the address holds quota, period and rep.
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

export interface PacePlace {
  quota: string | undefined;
  period: string | undefined;
  rep: string | undefined;
}

export function usePacePlace() {
  const { quota } = useParams({ strict: false });
  const { period, rep } = useSearch({ strict: false });
  const navigate = useNavigate();
  const go = useCallback(
    (to: Partial<PacePlace>, replace = false) => {
      const next = { quota, period, rep, ...to };
      const search = {
        ...(next.rep && { rep: next.rep }),
        ...(next.period && { period: next.period }),
      };
      if (next.quota === undefined) void navigate({ to: '/pace', search, replace });
      else void navigate({ to: '/pace/$quota', params: { quota: next.quota }, search, replace });
    },
    [navigate, quota, period, rep],
  );
  return { quota, period, rep, go };
}
