import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { repsQuery } from '../api/queries';
import type { Rep } from '../api/types';
import { useSession } from '../session/useSession';

type TeamRef = NonNullable<Rep['team']>;

/** The teams whose figures may be seen, one's own first, and the one that is shown. */
export function useShownTeam() {
  const { user } = useSession();
  const reps = useQuery(repsQuery());
  const [chosen, choose] = useState<string>();
  const teams = new Map<string, TeamRef>();
  if (user.team) teams.set(user.team.team_id, user.team);
  for (const { team } of reps.data?.items ?? []) if (team) teams.set(team.team_id, team);
  const all = [...teams.values()];
  const shown = all.find(({ team_id }) => team_id === chosen) ?? all[0];
  return { teams: all, shown, choose, reps };
}
