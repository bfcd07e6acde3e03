import { describe, expect, it } from 'vitest';
import type { Person } from '../api/setUpTypes';
import { peopleInOrder, possibleParents, standingOf, teamTree } from './people';

const person = (name: string, part: Partial<Person> = {}): Person => ({
  user_id: name,
  name,
  email: `${name}@acme.example`,
  role: 'rep',
  zone: 'Europe/Sofia',
  active: true,
  joined: null,
  left: null,
  team: null,
  calendar: 'Office',
  team_since: null,
  ramp: null,
  ramp_from: null,
  invited: false,
  last_sign_in: null,
  phones: [],
  ...part,
});

const inTeam = (team: string, part: Partial<Person> = {}) => ({
  team: { team_id: team, name: team },
  ...part,
});

describe('where somebody stands', () => {
  it('is left from the first day after the last one, and when inactive', () => {
    const leaver = person('ann', { left: '2026-03-10' });
    expect(standingOf(leaver, '2026-03-09')).toBe('active');
    expect(standingOf(leaver, '2026-03-10')).toBe('left');
    expect(standingOf(person('ben', { active: false }), '2026-03-09')).toBe('left');
  });

  it('is invited without a password, unless left', () => {
    expect(standingOf(person('ann', { invited: true }), '2026-03-09')).toBe('invited');
    const gone = person('ben', { invited: true, left: '2026-03-01' });
    expect(standingOf(gone, '2026-03-09')).toBe('left');
  });

  it('puts who waits for an invitation first and who has left last', () => {
    const people = [
      person('ann', { active: false }),
      person('ben'),
      person('carla', { invited: true }),
      person('abe'),
    ];
    const names = peopleInOrder(people, '2026-03-09').map(({ name }) => name);
    expect(names).toEqual(['carla', 'abe', 'ben', 'ann']);
  });
});

describe('the tree of teams', () => {
  const teams = [
    { name: 'South', parent: 'Sales' },
    { name: 'Sales' },
    { name: 'North', parent: 'Sales' },
    { name: 'Far north', parent: 'North' },
  ];

  it('has each team after the one above, by name, with its people', () => {
    const people = [
      person('ann', inTeam('North')),
      person('mia', inTeam('North', { role: 'manager' })),
      person('ben', inTeam('Far north')),
      person('gone', inTeam('Far north', { active: false })),
    ];
    const tree = teamTree(teams, people, '2026-03-09');
    expect(tree.map(({ name, depth, all }) => [name, depth, all])).toEqual([
      ['Sales', 0, 3],
      ['North', 1, 3],
      ['Far north', 2, 1],
      ['South', 1, 0],
    ]);
    expect(tree[1]?.members.map(({ name }) => name)).toEqual(['mia', 'ann']);
  });

  it('lets a team become a part of no part of itself', () => {
    const tree = teamTree(teams, [], '2026-03-09');
    expect(possibleParents('North', tree)).toEqual(['Sales', 'South']);
    expect(possibleParents(null, tree)).toHaveLength(4);
  });
});
