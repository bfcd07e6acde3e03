import { NativeSelect } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { Person } from '../api/setUpTypes';
import { useToday } from '../format/useToday';
import { standingOf } from './people';

interface SuccessorFieldProps {
  person: Person;
  people: readonly Person[];
  value: string;
  error: string | undefined;
  onChange: (user: string) => void;
}

/** Who takes over: a rep who is here, of the own team first. */
export function SuccessorField({ person, people, value, error, onChange }: SuccessorFieldProps) {
  const { t } = useLingui();
  const today = useToday();
  const own = (other: Person) => Number(other.team?.team_id === person.team?.team_id);
  const reps = people
    .filter(({ user_id, role }) => user_id !== person.user_id && role === 'rep')
    .filter((other) => standingOf(other, today) !== 'left')
    .toSorted((a, b) => own(b) - own(a) || a.name.localeCompare(b.name))
    .map(({ user_id, name, team }) => ({
      value: user_id,
      label: team ? `${name}, ${team.name}` : name,
    }));
  return (
    <NativeSelect
      label={t`Who takes over`}
      value={value}
      data={[
        { value: '', label: t({ message: 'nobody yet', context: 'who takes over' }) },
        ...reps,
      ]}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
