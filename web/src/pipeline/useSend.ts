import { useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { ApiFault } from '../api/fault';
import { newKey } from '../api/newKey';
import { refreshTouched } from '../api/touched';
import { useRefusal } from './useRefusal';

type Call = (key: string) => Promise<unknown>;

/** One change at a time, tried again with the same key until it is through; then what the words touch is read anew. */
export function useSend(words: readonly string[]) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const refusal = useRefusal();
  const sent = useRef({ of: '', key: '' });
  const sending = useMutation({
    mutationFn: ({ of, call }: { of: string; call: Call }) => {
      if (sent.current.of !== of) sent.current = { of, key: newKey() };
      return call(sent.current.key);
    },
    onSuccess: () => {
      sent.current = { of: '', key: '' };
    },
    onSettled: () => refreshTouched(queries, words),
  });
  const { error } = sending;
  const trouble =
    error === null
      ? null
      : error instanceof ApiFault
        ? refusal(error.problem)
        : t`No answer. Trying again is safe.`;
  /** `of` names the change: the same again is the same change. */
  const send = (of: string, call: Call, onDone?: () => void) =>
    sending.mutate({ of, call }, { onSuccess: onDone });
  return { send, busy: sending.isPending, trouble, error };
}
