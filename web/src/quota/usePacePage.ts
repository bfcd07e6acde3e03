import { useEffect, useState } from 'react';
import { now } from '../api/clock';
import type { Pace } from '../api/types';
import { useFormat } from '../format';
import { useEvidenceKey } from './useEvidenceKey';
import { usePaceKeys } from './usePaceKeys';
import { usePacePlace } from './usePacePlace';
import { useQuotaPace, useRepPace } from './useQuotas';
import { useShownRep } from './useShownRep';

/** What the drawer shows first. */
export type View = 'rows' | 'formula';

const isAsked = (pace: Pace, quota: string | undefined) =>
  pace.quota_id === quota || pace.key === quota;

/** The address names what is shown, so that it can be kept and sent; no step back leads to the one without. */
function useQuotaInAddress(
  { quota, go }: ReturnType<typeof usePacePlace>,
  shown: Pace | undefined,
) {
  const first = quota === undefined ? shown?.quota_id : undefined;
  useEffect(() => {
    if (first !== undefined) go({ quota: first }, true);
  }, [first, go]);
}

/** Everything that the page shows of one rep, and what can be done with it. */
export function usePacePage() {
  const { date } = useFormat();
  const place = usePacePlace();
  const shown = useShownRep(place.rep);
  const list = useRepPace(shown.rep);
  const paces = list.data?.items ?? [];
  // A rep who does not have the quota of the address is shown with the first of the own ones.
  const asked = paces.find((pace) => isAsked(pace, place.quota));
  const selected = asked ?? (place.period === undefined ? paces[0] : undefined);
  const quota = selected?.quota_id ?? place.quota;
  const detail = useQuotaPace(quota, shown.rep, place.period);
  const [view, setView] = useState<View | null>(null);
  useQuotaInAddress(place, selected);
  const goPeriod = (period: string) => place.go({ period });
  const select = (pace: Pace) => place.go({ quota: pace.quota_id, period: undefined });
  usePaceKeys({
    paces,
    selected,
    detail: detail.data,
    select,
    goPeriod,
  });
  useEvidenceKey(() => setView('rows'));
  return {
    shown,
    list,
    paces,
    quota,
    period: place.period,
    detail,
    view,
    setView,
    today: date.dayOf(detail.data?.as_of ?? now()),
    select,
    goPeriod,
    goRep: (rep: string) => place.go({ rep }),
  };
}

export type PacePageState = ReturnType<typeof usePacePage>;
