// Who is here, who is not here yet, and who belongs where.
import type { Person, TeamDefinition } from '../api/setUpTypes';
import type { Day } from '../api/types';

export type Standing = 'active' | 'invited' | 'left';

/** The last day is the day before `left`. */
export function standingOf({ active, left, invited }: Person, today: Day): Standing {
  if (!active || (left !== null && left <= today)) return 'left';
  return invited ? 'invited' : 'active';
}

const order: Record<Standing, number> = { invited: 0, active: 1, left: 2 };

/** Who waits for something first, who has left last. */
export function peopleInOrder(people: readonly Person[], today: Day): Person[] {
  const rank = (person: Person) => order[standingOf(person, today)];
  return people.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

export interface Branch {
  name: string;
  parent: string | null;
  depth: number;
  members: Person[];
  /** With everybody of the teams below it. */
  all: number;
}

function ownMembers(team: string, people: readonly Person[]): Person[] {
  return people
    .filter((person) => person.team?.name === team)
    .toSorted(
      (a, b) =>
        Number(b.role === 'manager') - Number(a.role === 'manager') || a.name.localeCompare(b.name),
    );
}

/** The teams as a tree, each after the one that it is a part of. Who has left belongs nowhere. */
export function teamTree(
  teams: readonly TeamDefinition[],
  people: readonly Person[],
  today: Day,
): Branch[] {
  const here = people.filter((person) => standingOf(person, today) !== 'left');
  const names = new Set(teams.map(({ name }) => name));
  const partsOf = (parent: string | null) =>
    teams
      .filter((team) => (names.has(team.parent ?? '') ? team.parent : null) === parent)
      .toSorted((a, b) => a.name.localeCompare(b.name));
  const branches = (parent: string | null, depth: number): Branch[] =>
    partsOf(parent).flatMap(({ name }) => {
      const below = branches(name, depth + 1);
      const members = ownMembers(name, here);
      const sum = below.reduce((total, branch) => total + branch.members.length, members.length);
      return [{ name, parent, depth, members, all: sum }, ...below];
    });
  return branches(null, 0);
}

/** Which teams a team may become a part of: none of its own parts, and not itself. */
export function possibleParents(team: string | null, tree: readonly Branch[]): string[] {
  const inside = new Set<string>(team === null ? [] : [team]);
  for (const { name, parent } of tree) if (parent !== null && inside.has(parent)) inside.add(name);
  return tree.map(({ name }) => name).filter((name) => !inside.has(name));
}
