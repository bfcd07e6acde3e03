import { describe, expect, it } from 'vitest';
import { partsOf, teamLabel, teamTree } from './teamTree';

const team = (team_id: string, name: string, parent_id: string | null = null) => ({
  team_id,
  name,
  parent_id,
});
const teams = [
  team('3', 'South', '1'),
  team('1', 'Sales'),
  team('2', 'North', '1'),
  team('4', 'Far', '2'),
];

describe('the tree of teams', () => {
  it('puts each after the one above, the own one first', () => {
    expect(teamTree(teams).map(teamLabel)).toEqual([
      'Sales',
      '\u2003North',
      '\u2003\u2003Far',
      '\u2003South',
    ]);
    expect(teamTree(teams, '3').map(({ name }) => name)).toEqual([
      'Sales',
      'South',
      'North',
      'Far',
    ]);
  });

  it('begins where somebody sees no further up', () => {
    expect(teamTree([team('4', 'Far', '2')])).toMatchObject([{ name: 'Far', depth: 0 }]);
  });

  it('knows what is below a team', () => {
    expect([...partsOf(teams, '2')].toSorted()).toEqual(['2', '4']);
    expect(partsOf(teams, '1').size).toBe(4);
  });
});
