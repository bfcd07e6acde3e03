import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { kindInList, kindLabel } from '../kind/kinds';
import { outcomeInList } from '../kind/outcomes';
import { kindsQuery } from '../api/queries';
import type { Named } from './reasonOfRow';

export interface NamedKinds extends Named {
  /** At the head of a row: "Call". */
  title: (kind: string) => string;
}

/** The names of kinds and outcomes, also of those that the company added. */
export function useNamed(): NamedKinds {
  const { i18n } = useLingui();
  const { data } = useQuery(kindsQuery());
  return useMemo(() => {
    const kinds = data?.items ?? [];
    const labels = new Map(kinds.map(({ kind, label }) => [kind, label]));
    const outcomes = new Map(
      kinds.flatMap((kind) => kind.outcomes.map(({ outcome, label }) => [outcome, label] as const)),
    );
    const withLabel = (kind: string) => ({ kind, label: labels.get(kind) ?? null });
    return {
      kind: (kind) => kindInList(withLabel(kind), i18n),
      title: (kind) => kindLabel(withLabel(kind), i18n),
      outcome: (outcome) => outcomeInList({ outcome, label: outcomes.get(outcome) ?? null }, i18n),
    };
  }, [data, i18n]);
}
