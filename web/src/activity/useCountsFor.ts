import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { previewActivity } from '../api/calls';
import { keys } from '../api/keys';
import type { Kind, Preview } from '../api/types';
import { activityOf, isKnown, type Draft } from './draft';

const settle_ms = 120;

/** Null as long as it is not known who it was, or the server does not answer. */
export function useCountsFor(draft: Draft, kind: Kind): Preview | null {
  const [body] = useDebouncedValue(JSON.stringify(activityOf(draft, kind)), settle_ms);
  const known = isKnown(draft.who);
  const { data } = useQuery({
    queryKey: keys.preview(body),
    queryFn: ({ signal }) =>
      previewActivity(JSON.parse(body) as ReturnType<typeof activityOf>, signal),
    enabled: known && body.includes('"contact_id"'),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 10_000,
  });
  return known ? (data ?? null) : null;
}
