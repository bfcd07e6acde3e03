import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { ApiFault } from '../api/fault';
import { keys } from '../api/keys';
import { newKey } from '../api/newKey';
import type { Seen } from '../api/pipelineCalls';
import type { OpportunityDetail } from '../api/pipelineTypes';
import { refreshTouched } from '../api/touched';
import { useMoves } from './useMoves';
import { useRefusal } from './useRefusal';
import { useLingui } from '@lingui/react/macro';

type Edit = (of: Seen) => Promise<OpportunityDetail | void>;

/** One change of an opportunity, of the version that is on the screen; tried again with the same key. */
export function useEdit({ opportunity_id, version }: OpportunityDetail) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const { store } = useMoves();
  const refusal = useRefusal();
  const sent = useRef({ of: '', key: '' });
  const editing = useMutation({
    mutationFn: ({ what, edit }: { what: string; edit: Edit }) => {
      const of = `${version} ${what}`;
      if (sent.current.of !== of) sent.current = { of, key: newKey() };
      return edit({ opportunity: opportunity_id, version, key: sent.current.key });
    },
    onSuccess: (detail) => {
      sent.current = { of: '', key: '' };
      if (!detail) return;
      store.learn(detail);
      queries.setQueryData([...keys.opportunities, 'one', opportunity_id], detail);
    },
    onSettled: () => refreshTouched(queries, ['opportunity']),
  });
  const { error } = editing;
  const trouble =
    error === null
      ? null
      : error instanceof ApiFault
        ? refusal(error.problem)
        : t`No answer. Trying again is safe.`;
  /** `what` names the change: the same again is the same change. */
  const edit = (what: string, call: Edit, onDone?: () => void) =>
    editing.mutate({ what, edit: call }, { onSuccess: onDone });
  return { edit, busy: editing.isPending, trouble };
}
