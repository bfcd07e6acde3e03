import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Week, Weekday } from '../api/setUpTypes';
import { useFormat, hoursText, minutesOf } from '../format';
import css from './form.module.css';
import { weekdays, weekdayWord } from './week';

type Texts = Record<Weekday, string>;

export interface WeekDraft {
  texts: Texts;
  /** Null while a day is not written as hours. */
  week: Week | null;
}

const textsOf = (week: Week): Texts =>
  Object.fromEntries(weekdays.map((day) => [day, hoursText(week[day])])) as Texts;

function weekOf(texts: Texts): Week | null {
  const minutes = weekdays.map((day) => minutesOf(texts[day]));
  if (minutes.includes(null)) return null;
  return Object.fromEntries(weekdays.map((day, index) => [day, minutes[index]])) as unknown as Week;
}

export function useWeekDraft(week: Week) {
  const [texts, setTexts] = useState(() => textsOf(week));
  const draft: WeekDraft = { texts, week: weekOf(texts) };
  return {
    draft,
    change: (day: Weekday, text: string) => setTexts({ ...texts, [day]: text }),
    set: (next: Week) => setTexts(textsOf(next)),
  };
}

interface WeekFieldsProps {
  legend: string;
  draft: WeekDraft;
  onChange: (day: Weekday, text: string) => void;
  disabled?: boolean;
}

/** Hours of each day of the week: "8", "7:30", "4.5". */
export function WeekFields({ legend, draft, onChange, disabled = false }: WeekFieldsProps) {
  const format = useFormat();
  return (
    <fieldset className={css.week} disabled={disabled}>
      <legend className={css.legend}>{legend}</legend>
      {weekdays.map((day) => (
        <TextInput
          key={day}
          label={weekdayWord(day, format)}
          dir="ltr"
          inputMode="text"
          value={draft.texts[day]}
          error={minutesOf(draft.texts[day]) === null}
          onChange={(event) => onChange(day, event.currentTarget.value)}
        />
      ))}
    </fieldset>
  );
}
