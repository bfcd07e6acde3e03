import { NativeSelect, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useId } from 'react';
import type { Company } from '../api/setUpTypes';
import type { Role } from '../api/types';
import { useRoleWord } from '../session/useRoleWord';
import { useSession } from '../session/useSession';
import type { FaultWords } from './faults';
import type { PersonDraft } from './personDraft';

const roles = ['rep', 'manager', 'ops', 'admin'] as const satisfies readonly Role[];

export const placeFields = ['role', 'team', 'calendar', 'zone', 'joined', 'ramp', 'ramp_from'];

interface PlaceFieldsProps {
  draft: PersonDraft;
  company: Company;
  faults: FaultWords;
  /** A new person's team is chosen here; later a move has its own day. */
  withTeam: boolean;
  onChange: (part: Partial<PersonDraft>) => void;
}

const zones = () => Intl.supportedValuesOf('timeZone');

function Zone({
  draft,
  faults,
  onChange,
}: Pick<PlaceFieldsProps, 'draft' | 'faults' | 'onChange'>) {
  const { t } = useLingui();
  const { organisation } = useSession();
  const id = useId();
  return (
    <>
      <TextInput
        label={t`Time zone`}
        dir="ltr"
        list={id}
        value={draft.zone}
        placeholder={organisation.zone}
        error={faults.at('zone')}
        onChange={(event) => onChange({ zone: event.currentTarget.value })}
      />
      <datalist id={id}>
        {zones().map((zone) => (
          <option key={zone}>{zone}</option>
        ))}
      </datalist>
    </>
  );
}

function Ramp({ draft, company, faults, onChange }: PlaceFieldsProps) {
  const { t } = useLingui();
  if (company.ramps?.length === 0 && draft.ramp === '') return null;
  const none = { value: '', label: t({ message: 'none', context: 'ramp' }) };
  const names = (company.ramps ?? []).map(({ name }) => ({ value: name, label: name }));
  return (
    <>
      <NativeSelect
        label={t`Ramp`}
        value={draft.ramp}
        data={[none, ...names]}
        error={faults.at('ramp')}
        onChange={(event) => onChange({ ramp: event.currentTarget.value })}
      />
      {draft.ramp !== '' && (
        <TextInput
          type="date"
          label={t`Ramp begins`}
          value={draft.ramp_from}
          error={faults.at('ramp_from')}
          onChange={(event) => onChange({ ramp_from: event.currentTarget.value })}
        />
      )}
    </>
  );
}

/** Where somebody stands: role, team, calendar, zone, first day, ramp. */
export function PlaceFields(props: PlaceFieldsProps) {
  const { draft, company, faults, withTeam, onChange } = props;
  const { t } = useLingui();
  const roleWord = useRoleWord();
  const teams = (company.teams ?? []).map(({ name }) => ({ value: name, label: name }));
  const calendars = (company.calendars ?? []).map(({ name }) => ({ value: name, label: name }));
  return (
    <>
      <NativeSelect
        label={t`Role`}
        value={draft.role}
        data={roles.map((role) => ({ value: role, label: roleWord(role) }))}
        error={faults.at('role')}
        onChange={(event) => onChange({ role: event.currentTarget.value as Role })}
      />
      {withTeam && (
        <NativeSelect
          label={t`Team`}
          value={draft.team}
          data={[{ value: '', label: t({ message: 'none', context: 'team' }) }, ...teams]}
          error={faults.at('team')}
          onChange={(event) => onChange({ team: event.currentTarget.value })}
        />
      )}
      <NativeSelect
        label={t`Working calendar`}
        value={draft.calendar}
        data={calendars}
        error={faults.at('calendar')}
        onChange={(event) => onChange({ calendar: event.currentTarget.value })}
      />
      <Zone draft={draft} faults={faults} onChange={onChange} />
      <TextInput
        type="date"
        label={t`First day in the company`}
        value={draft.joined}
        error={faults.at('joined')}
        onChange={(event) => onChange({ joined: event.currentTarget.value })}
      />
      <Ramp {...props} />
    </>
  );
}
