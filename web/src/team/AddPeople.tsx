import { Textarea, TextInput } from '@mantine/core';
import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState, type SubmitEvent } from 'react';
import type { Company } from '../api/setUpTypes';
import { Card, Pill } from '../ui';
import css from './form.module.css';
import { FormEnd } from './FormEnd';
import { addedPerson, newPerson, peopleIn, type PersonDraft } from './personDraft';
import { PlaceFields, placeFields } from './PersonFields';
import { useApply } from './useApply';
import { useFaults } from './useFaults';

interface AddPeopleProps {
  company: Company;
  /** Absent where nobody else is there yet: the form stays. */
  onDone?: (() => void) | undefined;
}

/** Role, team and calendar stay for the next one: a team is entered one after the other, or all at once. */
export function AddPeople({ company, onDone }: AddPeopleProps) {
  const { t } = useLingui();
  const first = useRef<HTMLInputElement>(null);
  const [several, setSeveral] = useState(false);
  const [lines, setLines] = useState('');
  const [added, setAdded] = useState<number>(0);
  const [draft, setDraft] = useState<PersonDraft>(() => ({
    ...newPerson,
    team: company.teams?.length === 1 ? (company.teams[0]?.name ?? '') : '',
    calendar: company.calendars?.[0]?.name ?? '',
  }));
  const people = several ? peopleIn(lines) : [{ name: draft.name, email: draft.email }];
  const apply = useApply(() => {
    setAdded(Array.isArray(people) ? people.length : 0);
    setDraft({ ...draft, name: '', email: '' });
    setLines('');
    first.current?.focus();
  });
  const faults = useFaults(apply.error);
  const change = (part: Partial<PersonDraft>) => setDraft({ ...draft, ...part });

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (!Array.isArray(people) || people.length === 0) return;
    apply.mutate({ users: people.map((each) => addedPerson({ ...draft, ...each })) });
  }

  const wrong = Array.isArray(people) ? null : people;
  return (
    <Card title={t`Add people`}>
      <form className={css.stack} onSubmit={submit} noValidate>
        <div className={css.itemEnd}>
          <Pill selected={!several} onClick={() => setSeveral(false)}>
            <Trans>One person</Trans>
          </Pill>
          <Pill selected={several} onClick={() => setSeveral(true)}>
            <Trans>Several at once</Trans>
          </Pill>
        </div>
        {several && (
          <Textarea
            label={t`One person a line: name, e-mail address`}
            description={t`Two columns of a spreadsheet can be pasted here.`}
            placeholder={'Ann Adams, ann@acme.example\nBen Bell, ben@acme.example'}
            dir="auto"
            autoFocus
            rows={6}
            value={lines}
            error={wrong !== null && t`Line ${wrong} needs a name and an e-mail address.`}
            onChange={(event) => setLines(event.currentTarget.value)}
          />
        )}
        <div className={css.fields}>
          {!several && (
            <>
              <TextInput
                ref={first}
                label={t({ message: 'Name', context: 'of a person' })}
                dir="auto"
                autoFocus
                value={draft.name}
                error={faults.at('name')}
                onChange={(event) => change({ name: event.currentTarget.value })}
              />
              <TextInput
                label={t`E-mail address`}
                type="email"
                dir="ltr"
                value={draft.email}
                error={faults.at('email')}
                onChange={(event) => change({ email: event.currentTarget.value })}
              />
            </>
          )}
          <PlaceFields draft={draft} company={company} faults={faults} withTeam onChange={change} />
        </div>
        <div>
          <FormEnd
            does={
              several && Array.isArray(people) && people.length > 0
                ? t`${plural(people.length, { one: 'Add # person', other: 'Add # people' })}`
                : t({ message: 'Add', context: 'button, people' })
            }
            busy={apply.isPending}
            disabled={several && (wrong !== null || lines.trim() === '')}
            trouble={faults.rest(several ? placeFields : ['name', 'email', ...placeFields])}
            done={
              added > 0 &&
              t`${plural(added, { one: '# person was added.', other: '# people were added.' })}`
            }
            onCancel={onDone}
          />
        </div>
      </form>
    </Card>
  );
}
