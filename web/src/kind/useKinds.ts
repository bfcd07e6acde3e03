import { useQuery } from '@tanstack/react-query';
import { kindsQuery } from '../api/queries';
import type { Kind } from '../api/types';

const none: Kind[] = [];

export function useKinds(): Kind[] {
  return useQuery(kindsQuery()).data?.items ?? none;
}

/** A kind that the list does not hold (any more) still has its name. */
export function kindNamed(kinds: readonly Kind[], kind: string): Kind {
  return (
    kinds.find((each) => each.kind === kind) ?? {
      kind,
      label: null,
      client_facing: true,
      has_direction: false,
      has_duration: false,
      outcomes: [],
    }
  );
}
