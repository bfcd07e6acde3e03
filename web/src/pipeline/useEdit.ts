import { useQueryClient } from '@tanstack/react-query';
import { keys } from '../api/keys';
import type { Seen } from '../api/pipelineCalls';
import type { OpportunityDetail } from '../api/pipelineTypes';
import { useMoves } from './useMoves';
import { useSend } from './useSend';

type Edit = (of: Seen) => Promise<OpportunityDetail | void>;

/** One change of an opportunity, of the version that is on the screen; tried again with the same key. */
export function useEdit({ opportunity_id, version }: OpportunityDetail) {
  const queries = useQueryClient();
  const { store } = useMoves();
  const { send, busy, trouble } = useSend(['opportunity']);
  /** `what` names the change: the same again is the same change. */
  const edit = (what: string, call: Edit, onDone?: () => void) =>
    send(
      `${version} ${what}`,
      async (key) => {
        const detail = await call({ opportunity: opportunity_id, version, key });
        if (!detail) return;
        store.learn(detail);
        queries.setQueryData([...keys.opportunities, 'one', opportunity_id], detail);
      },
      onDone,
    );
  return { edit, busy, trouble };
}
