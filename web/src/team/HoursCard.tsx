import { TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { SubmitEvent } from 'react';
import type { Company, OwnWeek, Person, Week } from '../api/setUpTypes';
import { useFormat } from '../format';
import { Card } from '../ui';
import css from './form.module.css';
import { FormEnd } from './FormEnd';
import { Reveal } from './Reveal';
import { useApply } from './useApply';
import { useFaults } from './useFaults';
import { useFormDay } from './useFormDay';
import { minutesOfWeek, usualWeek, weekWords } from './week';
import { useWeekDraft, WeekFields } from './WeekFields';

interface HoursCardProps {
  person: Person;
  company: Company;
  calendar: string;
}

const shareOf = (week: Week, full: Week) =>
  minutesOfWeek(full) > 0 ? minutesOfWeek(week) / minutesOfWeek(full) : 0;

function useWeekSaid() {
  const { i18n } = useLingui();
  const format = useFormat();
  return (week: Week) => weekWords(week, 'monday', i18n, format);
}

function Weeks({ weeks, full }: { weeks: readonly OwnWeek[]; full: Week }) {
  const { number, date } = useFormat();
  const said = useWeekSaid();
  if (weeks.length === 0) {
    const usual = said(full);
    return (
      <p>
        <Trans>Full time: {usual}.</Trans>
      </p>
    );
  }
  return (
    <ul className={css.list}>
      {weeks.map(({ from, week }) => {
        const day = date.dayLong(from);
        const percent = number.percent(shareOf(week, full));
        return (
          <li key={from} className={css.item}>
            <span className={css.itemWords}>
              <span className={css.itemName}>
                <Trans>
                  From {day}: {percent}
                </Trans>
              </span>
              <span className={css.itemLine}>{said(week)}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** The own week of somebody who works less, or on other days. */
export function HoursCard({ person, company, calendar }: HoursCardProps) {
  const { t } = useLingui();
  const { number } = useFormat();
  const weeks = (company.part_time ?? [])
    .filter(({ user }) => user === person.email)
    .toSorted((a, b) => b.from.localeCompare(a.from));
  const full = company.calendars?.find(({ name }) => name === calendar)?.week ?? usualWeek;
  const { draft, change } = useWeekDraft(weeks[0]?.week ?? full);
  const [from, setFrom] = useFormDay();
  const apply = useApply();
  const faults = useFaults(apply.error);

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (draft.week) apply.mutate({ part_time: [{ user: person.email, from, week: draft.week }] });
  }

  const percent = draft.week && number.percent(shareOf(draft.week, full));
  return (
    <Card title={t`Hours`}>
      <Weeks weeks={weeks} full={full} />
      <Reveal does={<Trans>Other hours from a day on</Trans>}>
        {(close) => (
          <form className={`${css.stack} ${css.apart}`} onSubmit={submit} noValidate>
            <WeekFields legend={t`Hours of each day`} draft={draft} onChange={change} />
            <div className={css.fields}>
              <TextInput
                type="date"
                label={t`From this day on`}
                value={from}
                error={faults.at('from')}
                onChange={(event) => setFrom(event.currentTarget.value)}
              />
            </div>
            <p className={css.hint} role="status">
              {percent === null ? (
                <Trans>Hours are written as 8, 7:30 or 7.5.</Trans>
              ) : (
                <Trans>{percent} of full time: quotas that excuse part time ask that share.</Trans>
              )}
            </p>
            <div>
              <FormEnd
                does={t`Set these hours`}
                quiet
                busy={apply.isPending}
                disabled={draft.week === null}
                trouble={faults.rest(['from'])}
                done={apply.isSuccess && t`Saved.`}
                onCancel={close}
              />
            </div>
          </form>
        )}
      </Reveal>
    </Card>
  );
}
