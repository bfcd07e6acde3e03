import { Button, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { depart } from '../api/setUpCalls';
import type { Person } from '../api/setUpTypes';
import { addDays, useFormat } from '../format';
import { useToday } from '../format/useToday';
import { Card } from '../ui';
import css from './form.module.css';
import { FormEnd } from './FormEnd';
import { HandedOverWords } from './HandedOverWords';
import { SuccessorField } from './SuccessorField';
import { useKeyOf } from './useApply';
import { useFaults } from './useFaults';

interface DepartureCardProps {
  person: Person;
  people: readonly Person[];
}

/** In words what will happen, before anything does. */
function WhatHappens({ name, last, to }: { name: string; last: string; to: string | null }) {
  return (
    <ul className={css.consequences}>
      <li>
        <Trans>
          After {last} {name} can no longer sign in, on any device.
        </Trans>
      </li>
      <li>
        <Trans>All activities and figures stay as they are, under the name of {name}.</Trans>
      </li>
      {to === null ? (
        <>
          <li>
            <Trans>The contacts stay without anybody who looks after them.</Trans>
          </li>
          <li>
            <Trans>Nobody is asked what is left of the quotas.</Trans>
          </li>
        </>
      ) : (
        <>
          <li>
            <Trans>{to} gets all contacts.</Trans>
          </li>
          <li>
            <Trans>
              {to} is asked what is left of the quotas, on the days after {last} of the running
              periods.
            </Trans>
          </li>
        </>
      )}
    </ul>
  );
}

export function DepartureCard({ person, people }: DepartureCardProps) {
  const { t } = useLingui();
  const { date } = useFormat();
  const today = useToday();
  const queries = useQueryClient();
  const keyOf = useKeyOf();
  const [open, setOpen] = useState(false);
  const [last, setLast] = useState(today);
  const [to, setTo] = useState('');
  const departure = useMutation({
    mutationFn: (asked: { left: string; to: string | undefined }) =>
      depart(person.user_id, asked.left, asked.to, keyOf(asked)),
    onSettled: () => queries.invalidateQueries(),
  });
  const faults = useFaults(departure.error);
  const { name } = person;
  const successor = people.find(({ user_id }) => user_id === to)?.name ?? null;

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    departure.mutate({ left: last, to: to === '' ? undefined : to });
  }

  if (departure.data) {
    return (
      <Card title={t`Departure`}>
        <HandedOverWords of={departure.data} />
      </Card>
    );
  }
  if (person.left !== null || !person.active) {
    const day = person.left === null ? null : date.dayLong(addDays(person.left, -1));
    return (
      <Card title={t`Departure`}>
        <p>
          {day === null ? (
            <Trans>{name} can no longer sign in.</Trans>
          ) : (
            <Trans>
              The last day of {name} is {day}.
            </Trans>
          )}
        </p>
      </Card>
    );
  }
  if (!open) {
    return (
      <Card title={t`Departure`}>
        <Button variant="default" onClick={() => setOpen(true)}>
          <Trans>Somebody leaves the company …</Trans>
        </Button>
      </Card>
    );
  }
  return (
    <Card title={t`Departure`}>
      <form className={css.stack} onSubmit={submit} noValidate>
        <div className={css.fields}>
          <TextInput
            type="date"
            label={t`Last day`}
            autoFocus
            value={last}
            error={faults.at('last_day')}
            onChange={(event) => setLast(event.currentTarget.value)}
          />
          <SuccessorField
            person={person}
            people={people}
            value={to}
            error={faults.at('hand_over_to')}
            onChange={setTo}
          />
        </div>
        {last !== '' && <WhatHappens name={name} last={date.dayLong(last)} to={successor} />}
        <div>
          <FormEnd
            does={t`Let ${name} go`}
            busy={departure.isPending}
            disabled={last === ''}
            trouble={faults.rest(['last_day', 'hand_over_to'])}
            onCancel={() => setOpen(false)}
          />
        </div>
      </form>
    </Card>
  );
}
