import { TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useState, type SubmitEvent } from 'react';
import type { CalendarDay } from '../api/setUpTypes';
import { minutesOf } from '../format';
import css from './form.module.css';
import { FormEnd } from './FormEnd';

interface DayFormProps {
  does: string;
  busy: boolean;
  trouble: string | null;
  onAdd: (day: CalendarDay) => void;
}

/** One day that differs: free, shorter, or worked although it is not a working day. */
export function DayForm({ does, busy, trouble, onAdd }: DayFormProps) {
  const { t } = useLingui();
  const [day, setDay] = useState('');
  const [name, setName] = useState('');
  const [hours, setHours] = useState('0');
  const minutes = minutesOf(hours);

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (day === '' || minutes === null) return;
    onAdd({ day, minutes, ...(name.trim() !== '' && { name: name.trim() }) });
    setDay('');
    setName('');
  }

  return (
    <form className={css.apart} onSubmit={submit} noValidate>
      <div className={css.fields}>
        <TextInput
          type="date"
          label={t({ message: 'Day', context: 'field' })}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <TextInput
          label={t({ message: 'Name', context: 'of a day' })}
          dir="auto"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t`Hours of work`}
          dir="ltr"
          value={hours}
          error={minutes === null && t`Hours are written as 8, 7:30 or 7.5.`}
          onChange={(event) => setHours(event.currentTarget.value)}
        />
      </div>
      <FormEnd
        does={does}
        quiet
        busy={busy}
        disabled={day === '' || minutes === null}
        trouble={trouble}
      />
    </form>
  );
}
