import { NativeSelect, TextInput } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import type { CalendarDefinition, Company, CountryYears } from '../api/setUpTypes';
import { useFormat } from '../format';
import { Card } from '../ui';
import { yearsOf } from './calendars';
import css from './form.module.css';
import { FormEnd } from './FormEnd';
import { Reveal } from './Reveal';
import { useApply } from './useApply';
import { useCountries } from './useCompany';
import { useCountryWord } from './useCountryWord';
import { useFaults } from './useFaults';
import { usualWeek, weekWords } from './week';

function Item({ calendar, users }: { calendar: CalendarDefinition; users: number }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const days = calendar.days ?? [];
  const until = yearsOf(days).at(-1);
  const { name } = calendar;
  return (
    <li className={css.item} data-row tabIndex={-1}>
      <span className={css.itemWords}>
        <Link
          to="/working-time/$calendar"
          params={{ calendar: name }}
          className={css.itemName}
          dir="auto"
          data-primary
        >
          {name}
        </Link>
        <span className={css.itemLine}>
          {weekWords(calendar.week ?? usualWeek, calendar.week_start ?? 'monday', i18n, format)}
        </span>
        <span className={css.itemLine}>
          {until === undefined ? (
            <Trans>No holiday is entered.</Trans>
          ) : (
            <Plural
              value={days.length}
              one={`# day that differs, known until ${until}`}
              other={`# days that differ, known until ${until}`}
            />
          )}
        </span>
      </span>
      <span className={css.itemLine}>
        <Plural value={users} _0="nobody works by it" one="# person" other="# people" />
      </span>
    </li>
  );
}

interface NewCalendarProps {
  countries: readonly CountryYears[];
  taken: readonly string[];
  onClose: () => void;
}

function NewCalendar({ countries, taken, onClose }: NewCalendarProps) {
  const { t } = useLingui();
  const countryWord = useCountryWord();
  const [country, setCountry] = useState('');
  const [name, setName] = useState('');
  const apply = useApply(onClose);
  const faults = useFaults(apply.error);
  const years = countries.find((each) => each.country === country);
  const own = { value: '', label: t`none, days are entered by hand` };
  const isTaken = taken.includes(name.trim());

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    const written = name.trim();
    apply.mutate({ calendars: [{ name: written, ...(country !== '' && { country }) }] });
  }

  return (
    <form className={css.apart} onSubmit={submit} noValidate>
      <div className={css.fields}>
        <NativeSelect
          label={t`Public holidays of`}
          value={country}
          data={[
            own,
            ...countries.map((each) => ({ value: each.country, label: countryWord(each.country) })),
          ]}
          error={faults.at('country')}
          onChange={(event) => {
            const next = event.currentTarget.value;
            setCountry(next);
            if (name === '' || name === countryWord(country)) setName(countryWord(next));
          }}
        />
        <TextInput
          label={t`Name of the calendar`}
          dir="auto"
          value={name}
          error={isTaken ? t`This name is there already.` : faults.at('name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </div>
      {years && (
        <p className={`${css.hint} ${css.apart}`}>
          <Trans>
            Its week and its holidays from {years.from_year}, known until {years.to_year}. Each day
            can be changed afterwards.
          </Trans>
        </p>
      )}
      <FormEnd
        does={t`Add the calendar`}
        quiet
        busy={apply.isPending}
        disabled={name.trim() === '' || isTaken}
        trouble={faults.rest(['name', 'country'])}
        onCancel={onClose}
      />
    </form>
  );
}

/** By which weeks and holidays people work. */
export function CalendarsCard({ company }: { company: Company }) {
  const { t } = useLingui();
  const countries = useCountries().data?.items ?? [];
  const calendars = company.calendars ?? [];
  const usersOf = (name: string) =>
    (company.users ?? []).filter((user) => user.calendar === name && user.active !== false).length;
  return (
    <Card title={t`Working calendars`}>
      <ul className={css.list}>
        {calendars.map((calendar) => (
          <Item key={calendar.name} calendar={calendar} users={usersOf(calendar.name)} />
        ))}
      </ul>
      <Reveal does={<Trans>Add a calendar</Trans>}>
        {(close) => (
          <NewCalendar
            countries={countries}
            taken={calendars.map(({ name }) => name)}
            onClose={close}
          />
        )}
      </Reveal>
    </Card>
  );
}
