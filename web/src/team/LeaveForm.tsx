import { TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useState, type SubmitEvent } from 'react';
import type { NewLeave } from '../api/setUpTypes';
import type { Day } from '../api/types';
import { addDays, minutesOf } from '../format';
import { Check } from './Check';
import css from './form.module.css';
import { FormEnd } from './FormEnd';
import { useFaults } from './useFaults';

interface LeaveFormProps {
  from: Day;
  to: Day;
  busy: boolean;
  error: unknown;
  onAdd: (leave: NewLeave) => void;
  onCancel?: (() => void) | undefined;
}

/** From one day to another, whole days or some hours of each. There is no field for the reason. */
export function LeaveForm({ from, to, busy, error, onAdd, onCancel }: LeaveFormProps) {
  const { t } = useLingui();
  const [first, setFirst] = useState(from);
  const [last, setLast] = useState(to);
  const [part, setPart] = useState(false);
  const [hours, setHours] = useState('4');
  const faults = useFaults(error);
  const minutes = part ? minutesOf(hours) : null;
  const backwards = first !== '' && last !== '' && last < first;
  const wrong = backwards || first === '' || last === '' || (part && !minutes);

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (wrong) return;
    onAdd({ from: first, to: addDays(last, 1), ...(minutes !== null && { minutes }) });
  }

  return (
    <form className={css.stack} onSubmit={submit} noValidate>
      <div className={css.fields}>
        <TextInput
          type="date"
          label={t`First day away`}
          value={first}
          error={faults.at('from')}
          onChange={(event) => {
            const day = event.currentTarget.value;
            setFirst(day);
            if (last < day) setLast(day);
          }}
        />
        <TextInput
          type="date"
          label={t`Last day away`}
          value={last}
          error={backwards ? t`The last day is before the first.` : faults.at('to')}
          onChange={(event) => setLast(event.currentTarget.value)}
        />
      </div>
      <Check label={t`Only some hours of each day`} checked={part} onChange={setPart} />
      {part && (
        <TextInput
          label={t`Hours away`}
          dir="ltr"
          value={hours}
          error={minutes === null ? t`Hours are written as 8, 7:30 or 7.5.` : faults.at('minutes')}
          onChange={(event) => setHours(event.currentTarget.value)}
        />
      )}
      <p className={css.hint}>{t`The reason is not asked and not kept.`}</p>
      <div>
        <FormEnd
          does={t({ message: 'Enter', context: 'button, a leave' })}
          busy={busy}
          disabled={wrong}
          trouble={faults.rest(['from', 'to', 'minutes'])}
          onCancel={onCancel}
        />
      </div>
    </form>
  );
}
