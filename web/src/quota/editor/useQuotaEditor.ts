import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { newKey } from '../../api/newKey';
import { addQuota, previewQuota, putQuota } from '../../api/quotaCalls';
import { keys } from '../../api/keys';
import { refreshTouched } from '../../api/touched';
import type { NewQuota } from '../../api/types';
import { bodyOf, type QuotaDraft } from './draft';

const settle_ms = 300;

/** Whom the draft would ask, a moment after the last key; the last answer stays while the next one is on its way. */
export function usePreview(draft: QuotaDraft) {
  const [body] = useDebouncedValue(JSON.stringify(bodyOf(draft)), settle_ms);
  return useQuery({
    queryKey: [...keys.previews, 'quota', body],
    queryFn: ({ signal }) => previewQuota(JSON.parse(body) as NewQuota, signal),
    enabled: body !== 'null',
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 10_000,
  });
}

/** Stores the draft: the same one again has the same key, so that it is stored once. */
export function useStoreQuota(isNew: boolean, tag: string | null, onDone: () => void) {
  const queries = useQueryClient();
  const sent = useRef({ body: '', key: '' });
  return useMutation({
    mutationFn: (quota: NewQuota) => {
      const body = JSON.stringify(quota);
      if (sent.current.body !== body) sent.current = { body, key: newKey() };
      return isNew ? addQuota(quota, sent.current.key) : putQuota(quota, tag, sent.current.key);
    },
    onSuccess: onDone,
    onSettled: () => refreshTouched(queries, ['quota']),
  });
}

/** One act with a key of its own each time. */
export function useQuotaAct<Asked>(act: (asked: Asked, key: string) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (asked: Asked) => act(asked, newKey()),
    onSettled: () => refreshTouched(queries, ['quota']),
  });
}
