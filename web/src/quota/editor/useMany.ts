import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { keys } from '../../api/keys';
import { newKey } from '../../api/newKey';
import { changeQuotas, previewQuotas } from '../../api/quotaCalls';
import { refreshTouched } from '../../api/touched';
import type { ManyQuotas } from '../../api/types';

const settle_ms = 300;

/** What the change would make of each, a moment after the last key. */
export function useManyPreview(asked: ManyQuotas) {
  const [body] = useDebouncedValue(JSON.stringify(asked), settle_ms);
  return useQuery({
    queryKey: [...keys.previews, 'quotas', body],
    queryFn: ({ signal }) => previewQuotas(JSON.parse(body) as ManyQuotas, signal),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 10_000,
  });
}

/** The same change again has the same key: a percentage is applied once. */
export function useStoreMany(onDone: () => void) {
  const queries = useQueryClient();
  const sent = useRef({ body: '', key: '' });
  return useMutation({
    mutationFn: (asked: ManyQuotas) => {
      const body = JSON.stringify(asked);
      if (sent.current.body !== body) sent.current = { body, key: newKey() };
      return changeQuotas(asked, sent.current.key);
    },
    onSuccess: onDone,
    onSettled: () => refreshTouched(queries, ['quota']),
  });
}
