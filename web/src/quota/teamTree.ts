// The teams that somebody may look at, each after the one that it is a part of.
import type { TeamNode } from '../api/types';

export interface TeamInTree extends TeamNode {
  depth: number;
}

/** A team whose upper one is out of sight stands at the top. The own team comes first. */
export function teamTree(teams: readonly TeamNode[], own?: string): TeamInTree[] {
  const seen = new Set(teams.map(({ team_id }) => team_id));
  const upper = ({ parent_id }: TeamNode) =>
    parent_id !== null && seen.has(parent_id) ? parent_id : null;
  const below = (parent: string | null, depth: number): TeamInTree[] =>
    teams
      .filter((team) => upper(team) === parent)
      .toSorted(
        (a, b) =>
          Number(b.team_id === own) - Number(a.team_id === own) || a.name.localeCompare(b.name),
      )
      .flatMap((team) => [{ ...team, depth }, ...below(team.team_id, depth + 1)]);
  return below(null, 0);
}

/** The team and everything below it. */
export function partsOf(teams: readonly TeamNode[], team: string): Set<string> {
  const parts = new Set([team]);
  for (const each of teamTree(teams)) {
    if (each.parent_id !== null && parts.has(each.parent_id)) parts.add(each.team_id);
  }
  return parts;
}

/** As a choice: what is below stands further in. */
export const teamLabel = ({ name, depth }: TeamInTree) => `${'\u2003'.repeat(depth)}${name}`;
