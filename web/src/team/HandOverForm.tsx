import { NativeSelect, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { handOver } from '../api/setUpCalls';
import type { Day, Id, Rep } from '../api/types';
import { useFormat } from '../format';
import { Check } from './Check';
import css from './form.module.css';
import { FormEnd } from './FormEnd';
import { HandedOverWords } from './HandedOverWords';
import { useKeyOf } from './useApply';
import { useFaults } from './useFaults';

interface HandOverFormProps {
  rep: Id;
  name: string;
  /** Who may take over. */
  others: readonly Rep[];
  from: Day;
  onCancel: () => void;
}

/** Contacts, and what is left of the running quotas, of somebody who is long away. */
export function HandOverForm({ rep, name, others, from: first, onCancel }: HandOverFormProps) {
  const { t } = useLingui();
  const { date } = useFormat();
  const queries = useQueryClient();
  const keyOf = useKeyOf();
  const [to, setTo] = useState(others[0]?.rep_id ?? '');
  const [from, setFrom] = useState(first);
  const [contacts, setContacts] = useState(true);
  const [quotas, setQuotas] = useState(false);
  const handing = useMutation({
    mutationFn: (asked: Parameters<typeof handOver>[1]) => handOver(rep, asked, keyOf(asked)),
    onSettled: () => queries.invalidateQueries(),
  });
  const faults = useFaults(handing.error);
  const successor = others.find(({ rep_id }) => rep_id === to)?.name ?? '–';
  const day = from === '' ? '–' : date.dayLong(from);

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    handing.mutate({ to, from, contacts, quotas });
  }

  if (handing.data) return <HandedOverWords of={handing.data} />;
  return (
    <form className={css.stack} onSubmit={submit} noValidate>
      <div className={css.fields}>
        <NativeSelect
          label={t`Who takes over`}
          value={to}
          data={others.map((other) => ({ value: other.rep_id, label: other.name }))}
          error={faults.at('to')}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t`From this day on`}
          value={from}
          error={faults.at('from')}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
      </div>
      <Check label={t`The contacts`} checked={contacts} onChange={setContacts} />
      <Check label={t`What is left of the running quotas`} checked={quotas} onChange={setQuotas} />
      <ul className={css.consequences}>
        {contacts && (
          <li>
            <Trans>
              {successor} gets the contacts of {name} at once; what was logged stays.
            </Trans>
          </li>
        )}
        {quotas && (
          <li>
            <Trans>
              From {day} to the end of each running period {successor} is asked the own amounts and
              those of {name}.
            </Trans>
          </li>
        )}
      </ul>
      <div>
        <FormEnd
          does={t`Hand over`}
          busy={handing.isPending}
          disabled={to === '' || from === '' || !(contacts || quotas)}
          trouble={faults.rest(['to', 'from'])}
          onCancel={onCancel}
        />
      </div>
    </form>
  );
}
