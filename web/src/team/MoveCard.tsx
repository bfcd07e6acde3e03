import { NativeSelect, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { handOver } from '../api/setUpCalls';
import type { Company, Person, PersonDefinition } from '../api/setUpTypes';
import { useFormat } from '../format';
import { Card } from '../ui';
import { Check } from './Check';
import css from './form.module.css';
import { FormEnd } from './FormEnd';
import { HandedOverWords } from './HandedOverWords';
import { movedPerson } from './personDraft';
import { SuccessorField } from './SuccessorField';
import { useApply, useKeyOf } from './useApply';
import { useFaults } from './useFaults';
import { useFormDay } from './useFormDay';

interface MoveCardProps {
  person: Person;
  known: PersonDefinition;
  company: Company;
  people: readonly Person[];
}

function useHandOver() {
  const queries = useQueryClient();
  const keyOf = useKeyOf();
  return useMutation({
    mutationFn: (asked: { of: string; to: string; from: string }) =>
      handOver(
        asked.of,
        { to: asked.to, from: asked.from, contacts: true, quotas: false },
        keyOf(asked),
      ),
    onSettled: () => queries.invalidateQueries(),
  });
}

/** To another team from a day on; with the contacts handed over where they stay behind. */
export function MoveCard({ person, known, company, people }: MoveCardProps) {
  const { t } = useLingui();
  const { date } = useFormat();
  const own = person.team?.name;
  const others = (company.teams ?? []).map(({ name }) => name).filter((name) => name !== own);
  const [team, setTeam] = useState(others[0] ?? '');
  const [from, setFrom] = useFormDay();
  const [leaves, setLeaves] = useState(false);
  const [successor, setSuccessor] = useState('');
  const handing = useHandOver();
  const apply = useApply(() => {
    if (leaves && successor !== '') handing.mutate({ of: person.user_id, to: successor, from });
  });
  const faults = useFaults(apply.error ?? handing.error);
  const name = person.name;
  const day = date.dayLong(from);

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    apply.mutate({ users: [movedPerson(known, team, from)] });
  }

  return (
    <Card title={t`Team`}>
      <form className={css.stack} onSubmit={submit} noValidate>
        <p>
          {own === undefined ? (
            <Trans>{name} is in no team.</Trans>
          ) : (
            <Trans>
              {name} is in the team <b>{own}</b>.
            </Trans>
          )}
        </p>
        {others.length === 0 ? (
          <p className={css.hint}>
            <Trans>There is no other team to move to.</Trans>
          </p>
        ) : (
          <>
            <div className={css.fields}>
              <NativeSelect
                label={t`Move to the team`}
                value={team}
                data={others}
                error={faults.at('team')}
                onChange={(event) => setTeam(event.currentTarget.value)}
              />
              <TextInput
                type="date"
                label={t`From this day on`}
                value={from}
                error={faults.at('from')}
                onChange={(event) => setFrom(event.currentTarget.value)}
              />
            </div>
            <ul className={css.consequences}>
              <li>
                <Trans>
                  Every day before {day} stays with {own ?? '–'}: its sums do not change.
                </Trans>
              </li>
              <li>
                <Trans>
                  From {day} on the quotas of {team} ask {name}, day by day.
                </Trans>
              </li>
            </ul>
            <Check
              label={t`Contacts stay behind: somebody takes them over`}
              checked={leaves}
              onChange={setLeaves}
            />
            {leaves && (
              <SuccessorField
                person={person}
                people={people}
                value={successor}
                error={faults.at('to')}
                onChange={setSuccessor}
              />
            )}
            <div>
              <FormEnd
                does={t`Move`}
                quiet
                busy={apply.isPending || handing.isPending}
                disabled={leaves && successor === ''}
                trouble={faults.rest(['team', 'from', 'to'])}
                done={apply.isSuccess && t`Saved.`}
              />
              {handing.data && <HandedOverWords of={handing.data} />}
            </div>
          </>
        )}
      </form>
    </Card>
  );
}
