// What an empty company needs first, and what of it is there.
import type { Person } from '../api/setUpTypes';

export type StepKey = 'calendar' | 'team' | 'people' | 'quota' | 'invitations';

export interface Step {
  key: StepKey;
  done: boolean;
}

interface SetUp {
  calendars: readonly { days?: readonly unknown[] | null | undefined }[];
  teams: readonly unknown[];
}

export function firstSteps(
  company: SetUp,
  people: readonly Pick<Person, 'invited' | 'active'>[],
  quotas: number,
): Step[] {
  const hasDays = company.calendars.some(({ days }) => (days ?? []).length > 0);
  return [
    { key: 'calendar', done: hasDays },
    { key: 'team', done: company.teams.length > 0 },
    { key: 'people', done: people.length > 1 },
    { key: 'quota', done: quotas > 0 },
    {
      key: 'invitations',
      done: people.length > 1 && people.every(({ invited, active }) => !invited || !active),
    },
  ];
}
