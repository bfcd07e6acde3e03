import { Button } from '@mantine/core';
import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { IconUpload } from '@tabler/icons-react';
import { useRef } from 'react';
import { readCalendarFile } from '../api/setUpCalls';
import type { CalendarDay, CalendarRead } from '../api/setUpTypes';
import { useFormat } from '../format';
import { Card } from '../ui';
import { differences } from './calendars';
import { useMinutesWord } from './DayRows';
import css from './form.module.css';
import { useFaults } from './useFaults';

interface FileCardProps {
  days: readonly CalendarDay[];
  onAdd: (days: readonly CalendarDay[]) => void;
}

const formatOf = (name: string, text: string) =>
  /\.ics$/i.test(name) || text.trimStart().startsWith('BEGIN:VCALENDAR') ? 'ics' : 'csv';

function Preview({ read, days, onAdd }: FileCardProps & { read: CalendarRead }) {
  const { t } = useLingui();
  const { date, number } = useFormat();
  const word = useMinutesWord();
  const { fresh, changed, same } = differences(days, read.days);
  const [news, others] = [number.count(changed), number.count(same)];
  return (
    <div className={css.stack}>
      <p role="status">
        {t`${plural(fresh, { one: '# day is new', other: '# days are new' })}`},{' '}
        <Trans>
          {news} change, {others} stay as they are.
        </Trans>
      </p>
      {read.faults.length > 0 && (
        <div role="alert">
          <ul className={css.consequences}>
            {read.faults.slice(0, 8).map(({ line, code }) => (
              <li key={`${line} ${code}`}>
                <Trans>
                  Line {line} was not read: <bdi dir="ltr">{code}</bdi>
                </Trans>
              </li>
            ))}
          </ul>
        </div>
      )}
      <ul className={css.list}>
        {read.days.slice(0, 60).map(({ day, minutes, name }) => (
          <li key={day} className={css.item}>
            <span className={css.itemName}>{date.dayWithWeekday(day)}</span>
            <span className={css.itemLine}>
              <bdi>{name}</bdi> · {word(minutes)}
            </span>
          </li>
        ))}
      </ul>
      <div>
        <Button disabled={fresh + changed === 0} onClick={() => onAdd(read.days)}>
          <Trans>Take these days</Trans>
        </Button>
      </div>
    </div>
  );
}

/** Holidays from a file, shown before anything is taken. */
export function FileCard({ days, onAdd }: FileCardProps) {
  const { t } = useLingui();
  const field = useRef<HTMLInputElement>(null);
  const reading = useMutation({
    mutationFn: async (file: File) => {
      const text = await file.text();
      return readCalendarFile(formatOf(file.name, text), text);
    },
  });
  const trouble = useFaults(reading.error).rest([]);
  return (
    <Card
      title={t`Days from a file`}
      note={t`A calendar file (.ics) or a table with day, minutes and name (.csv).`}
    >
      <div className={css.stack}>
        <div>
          <input
            ref={field}
            type="file"
            hidden
            accept=".ics,.csv,text/calendar,text/csv"
            aria-label={t`Calendar file`}
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file) reading.mutate(file);
              event.currentTarget.value = '';
            }}
          />
          <Button
            variant="default"
            loading={reading.isPending}
            leftSection={<IconUpload size={16} stroke={1.8} aria-hidden />}
            onClick={() => field.current?.click()}
          >
            <Trans>Choose a file</Trans>
          </Button>
        </div>
        {trouble !== null && (
          <p role="alert" className={css.trouble}>
            {trouble}
          </p>
        )}
        {reading.data && (
          <Preview
            read={reading.data}
            days={days}
            onAdd={(read) => {
              onAdd(read);
              reading.reset();
            }}
          />
        )}
      </div>
    </Card>
  );
}
