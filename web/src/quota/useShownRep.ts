import { useQuery } from '@tanstack/react-query';
import { repsQuery } from '../api/queries';
import type { Rep } from '../api/types';
import { useMayManage, useSession } from '../session/useSession';

export interface ShownRep {
  /** For the address of a request: an id, or `me`. Unknown while the list of reps loads. */
  rep: string | undefined;
  name: string;
  self: boolean;
  /** Whose figures may be chosen; nobody else's for a rep. */
  reps: readonly Rep[];
}

/** Whose pace is shown: the one in the address, else a rep's own, and of a manager the first rep. */
export function useShownRep(asked: string | undefined): ShownRep {
  const { user } = useSession();
  const mayChoose = useMayManage();
  const { data, isError } = useQuery({ ...repsQuery(), enabled: mayChoose });
  const reps = data?.items ?? [];
  const isOwn = asked === undefined || [user.user_id, user.email, 'me'].includes(asked);
  if (!mayChoose && isOwn) return { rep: 'me', name: user.name, self: true, reps };
  // The server says whether somebody else may be seen.
  if (!mayChoose) return { rep: asked, name: '', self: false, reps };
  const known = reps.find(({ rep_id, email }) => rep_id === asked || email === asked);
  const first = reps.find(({ rep_id }) => rep_id !== user.user_id) ?? reps[0];
  const shown = known ?? (asked === undefined ? first : undefined);
  const rep = shown?.rep_id ?? asked ?? (data || isError ? 'me' : undefined);
  return { rep, name: shown?.name ?? user.name, self: rep === user.user_id || rep === 'me', reps };
}
