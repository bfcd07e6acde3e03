import { NativeSelect, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import type { CalendarDefinition, Weekday } from '../api/setUpTypes';
import { useFormat, hoursText, minutesOf } from '../format';
import { useToday } from '../format/useToday';
import { Card, CardEmpty, CardError, CardLoading, PageHead, Pill } from '../ui';
import { daysIn, wholeCalendar, withDays, withoutDay, yearsOf } from './calendars';
import { DayForm } from './DayForm';
import { DayRows } from './DayRows';
import { FileCard } from './FileCard';
import css from './form.module.css';
import { FormEnd } from './FormEnd';
import { OnlyAdmins } from './OnlyAdmins';
import { useApply } from './useApply';
import { useCompany } from './useCompany';
import { useFaults } from './useFaults';
import { usualWeek, weekdays, weekdayWord } from './week';
import { useWeekDraft, WeekFields } from './WeekFields';

function WeekCard({ calendar }: { calendar: CalendarDefinition }) {
  const { t } = useLingui();
  const format = useFormat();
  const { draft, change } = useWeekDraft(calendar.week ?? usualWeek);
  const [start, setStart] = useState<Weekday>(calendar.week_start ?? 'monday');
  const [begins, setBegins] = useState(hoursText(calendar.day_start_minute ?? 540));
  const apply = useApply();
  const faults = useFaults(apply.error);
  const day_start_minute = minutesOf(begins);

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (draft.week === null || day_start_minute === null) return;
    const changes = { week: draft.week, week_start: start, day_start_minute };
    apply.mutate({ calendars: [wholeCalendar(calendar, changes)] });
  }

  return (
    <Card title={t`The usual week`}>
      <form className={css.stack} onSubmit={submit} noValidate>
        <WeekFields legend={t`Hours of each day`} draft={draft} onChange={change} />
        <div className={css.fields}>
          <NativeSelect
            label={t`The week begins on`}
            value={start}
            data={weekdays.map((day) => ({ value: day, label: weekdayWord(day, format) }))}
            onChange={(event) => setStart(event.currentTarget.value as Weekday)}
          />
          <TextInput
            label={t`Work begins at`}
            dir="ltr"
            value={begins}
            error={day_start_minute === null && t`A time is written as 9 or 8:30.`}
            onChange={(event) => setBegins(event.currentTarget.value)}
          />
        </div>
        <div>
          <FormEnd
            does={t`Save`}
            quiet
            busy={apply.isPending}
            disabled={draft.week === null || day_start_minute === null}
            trouble={faults.rest([])}
            done={apply.isSuccess && t`Saved.`}
          />
        </div>
      </form>
    </Card>
  );
}

function DaysCard({ calendar }: { calendar: CalendarDefinition }) {
  const { t } = useLingui();
  const today = useToday();
  const days = calendar.days ?? [];
  const years = yearsOf(days);
  const [chosen, setChosen] = useState(today.slice(0, 4));
  const year = years.includes(chosen) ? chosen : years.at(-1);
  const apply = useApply();
  const faults = useFaults(apply.error);
  const put = (next: typeof days) =>
    apply.mutate({ calendars: [wholeCalendar(calendar, { days: next })] });
  return (
    <Card title={t`Days that differ`}>
      <div className={css.stack}>
        {years.length > 1 && (
          <div className={css.itemEnd}>
            {years.map((each) => (
              <Pill key={each} selected={each === year} onClick={() => setChosen(each)}>
                {each}
              </Pill>
            ))}
          </div>
        )}
        {year === undefined ? (
          <p className={css.hint}>
            <Trans>No holiday is entered. Add days here, or take them from a file.</Trans>
          </p>
        ) : (
          <DayRows days={daysIn(days, year)} onRemove={(day) => put(withoutDay(days, day))} />
        )}
        <DayForm
          does={t`Add the day`}
          busy={apply.isPending}
          trouble={faults.rest([])}
          onAdd={(day) => put(withDays(days, [day]))}
        />
      </div>
    </Card>
  );
}

/** One working calendar: its week and the days that differ. */
export default function CalendarPage() {
  const { t } = useLingui();
  const { calendar: name } = useParams({ strict: false });
  const company = useCompany();
  const apply = useApply();
  const calendar = company.data?.calendars?.find((each) => each.name === name);
  return (
    <OnlyAdmins of={company}>
      <PageHead
        title={<span dir="auto">{name}</span>}
        line={<Trans>Working calendar</Trans>}
        end={
          <Link to="/working-time">
            <Trans>Working time</Trans>
          </Link>
        }
      />
      {calendar ? (
        <div className={css.columns} key={name}>
          <div className={css.column}>
            <WeekCard calendar={calendar} />
            <FileCard
              days={calendar.days ?? []}
              onAdd={(days) =>
                apply.mutate({
                  calendars: [
                    wholeCalendar(calendar, { days: withDays(calendar.days ?? [], days) }),
                  ],
                })
              }
            />
          </div>
          <div className={css.column}>
            <DaysCard calendar={calendar} />
          </div>
        </div>
      ) : (
        <Card label={t`Working calendar`}>
          {company.isError && <CardError onRetry={() => void company.refetch()} />}
          {company.isPending && <CardLoading shapes={[40, 40]} />}
          {company.isSuccess && <CardEmpty missing={t`No calendar has this name.`} />}
        </Card>
      )}
    </OnlyAdmins>
  );
}
