import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { repsQuery, teamsQuery } from '../api/queries';
import { useSession } from '../session/useSession';
import { partsOf, teamLabel, teamTree } from './teamTree';

/** The teams whose figures may be seen, as a tree, and the one that is shown: the own one first. */
export function useShownTeam() {
  const { user } = useSession();
  const reps = useQuery(repsQuery());
  const teams = useQuery(teamsQuery());
  const [chosen, choose] = useState<string>();
  const all = teams.data?.items ?? [];
  const tree = teamTree(all, user.team?.team_id);
  const find = (team: string | undefined) => tree.find(({ team_id }) => team_id === team);
  const shown = find(chosen) ?? find(user.team?.team_id) ?? tree[0];
  const parts = shown ? partsOf(all, shown.team_id) : new Set<string>();
  return {
    teams: tree.map((team) => ({ ...team, label: teamLabel(team) })),
    shown,
    choose,
    /** Who belongs to it today, or to a part of it. */
    members: (reps.data?.items ?? []).filter(({ team }) => team && parts.has(team.team_id)),
    /** What is still to come, or failed. */
    reps: reps.isError ? reps : teams,
  };
}
