import { Textarea, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useState, type SubmitEvent } from 'react';
import type { Company, PersonDefinition } from '../api/setUpTypes';
import { Card } from '../ui';
import css from './form.module.css';
import { FormEnd } from './FormEnd';
import { changedPerson, draftOf } from './personDraft';
import { PlaceFields, placeFields } from './PersonFields';
import { useApply } from './useApply';
import { useFaults } from './useFaults';

/** Name, role, calendar, zone, first day, ramp and telephone numbers of somebody who is there. */
export function PersonCard({ company, known }: { company: Company; known: PersonDefinition }) {
  const { t } = useLingui();
  const [draft, setDraft] = useState(() => draftOf(known));
  const apply = useApply();
  const faults = useFaults(apply.error);
  const change = (part: Partial<typeof draft>) => {
    apply.reset();
    setDraft({ ...draft, ...part });
  };

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    apply.mutate({ users: [changedPerson(draft, known)] });
  }

  return (
    <Card title={t`Person`}>
      <form onSubmit={submit} noValidate>
        <div className={css.fields}>
          <TextInput
            label={t({ message: 'Name', context: 'of a person' })}
            dir="auto"
            value={draft.name}
            error={faults.at('name')}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <PlaceFields
            draft={draft}
            company={company}
            faults={faults}
            withTeam={false}
            onChange={change}
          />
          <Textarea
            label={t`Own telephone numbers`}
            description={t`One a line, by which call records find the person. Two to six digits are an extension.`}
            dir="ltr"
            rows={2}
            autosize={false}
            value={draft.phones}
            error={faults.at('phones')}
            onChange={(event) => change({ phones: event.currentTarget.value })}
          />
        </div>
        <FormEnd
          does={t`Save`}
          busy={apply.isPending}
          trouble={faults.rest(['name', 'phones', ...placeFields])}
          done={apply.isSuccess && t`Saved.`}
        />
      </form>
    </Card>
  );
}
