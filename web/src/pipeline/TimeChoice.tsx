import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { listAppointments, listFreeTimes } from '../api/appointmentCalls';
import { keys } from '../api/keys';
import { useFormat } from '../format';
import { instantAt, wallTimeOf } from '../format/wallTime';
import { useZone } from '../format/ZoneContext';
import form from '../team/form.module.css';
import { CardLoading, Pill } from '../ui';
import { endOf, takenBy, timesByDay } from './appointment';
import css from './board.module.css';
import { TimeSpan } from './TimeSpan';

const lengths = [15, 30, 45, 60, 90, 120, 180, 240];
const first_offers = 8;
const most_offers = 50;

export interface Chosen {
  /** As a clock on the wall shows it; empty: not yet. */
  wall: string;
  minutes: number;
}

interface TimeChoiceProps {
  rep: string;
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
  /** The appointment that is moved takes its own time. */
  except?: string;
}

/** When the rep is free, the earliest first. */
function FreeTimes({ rep, chosen, onChoose }: TimeChoiceProps) {
  const { t } = useLingui();
  const { date } = useFormat();
  const zone = useZone();
  const name = useId();
  const [most, setMost] = useState(first_offers);
  const { minutes } = chosen;
  const { data, isError } = useQuery({
    queryKey: [...keys.appointments, 'free', rep, minutes, most],
    queryFn: ({ signal }) => listFreeTimes(rep, minutes, most, signal),
  });
  if (isError) return null;
  if (data === undefined) return <CardLoading shapes={[30]} />;
  if (data.items.length === 0)
    return <p className={form.hint}>{t`Nothing is free in the next two weeks.`}</p>;
  return (
    <div role="group" aria-labelledby={name}>
      <p id={name} className={form.legend}>{t`Earliest free times`}</p>
      {timesByDay(data.items, date.dayOf).map(({ day, times }) => (
        <div key={day} className={css.tools}>
          <span className={form.hint}>{date.dayWithWeekday(day)}</span>
          {times.map(({ starts_at }) => {
            const wall = wallTimeOf(starts_at, zone);
            const shown = `${date.dayWithWeekday(day)} ${date.time(starts_at)}`;
            return (
              <Pill
                key={starts_at}
                aria-label={shown}
                selected={chosen.wall === wall}
                onClick={() => onChoose({ wall, minutes })}
              >
                {date.time(starts_at)}
              </Pill>
            );
          })}
        </div>
      ))}
      {data.items.length === most && most < most_offers && (
        <Button size="xs" variant="default" onClick={() => setMost(most_offers)}>
          <Trans>Later times</Trans>
        </Button>
      )}
    </div>
  );
}

/** Said, not refused: two people may know better than a calendar. */
function Taken({ rep, chosen, except }: TimeChoiceProps) {
  const { t } = useLingui();
  const zone = useZone();
  const { wall, minutes } = chosen;
  const from = wall === '' ? '' : instantAt(wall, zone);
  const to = wall === '' ? '' : endOf(from, minutes);
  const { data } = useQuery({
    queryKey: [...keys.appointments, 'at', rep, from, to],
    queryFn: ({ signal }) => listAppointments({ rep, from, to }, signal),
    enabled: wall !== '',
  });
  const taken = from === '' ? undefined : takenBy(data?.items ?? [], from, minutes, except);
  if (taken === undefined) return null;
  const whom = taken.contact?.name ?? taken.account?.name ?? taken.purpose ?? '';
  return (
    <p role="status" className={form.trouble}>
      <span>
        {t`There is an appointment at this time already:`} <TimeSpan of={taken} /> <bdi>{whom}</bdi>
      </span>
    </p>
  );
}

/** When, and for how long: a free time by one click, or any other. */
export function TimeChoice(props: TimeChoiceProps) {
  const { t } = useLingui();
  const { number } = useFormat();
  const { chosen, onChoose } = props;
  const known = lengths.includes(chosen.minutes) ? lengths : [chosen.minutes, ...lengths];
  return (
    <>
      <FreeTimes {...props} />
      <div className={form.fields}>
        <TextInput
          type="datetime-local"
          label={t`When`}
          value={chosen.wall}
          onChange={(event) => onChoose({ ...chosen, wall: event.currentTarget.value })}
        />
        <NativeSelect
          label={t`Minutes`}
          value={String(chosen.minutes)}
          onChange={(event) => onChoose({ ...chosen, minutes: Number(event.currentTarget.value) })}
          data={known.map((each) => ({ value: String(each), label: number.count(each) }))}
        />
      </div>
      <Taken {...props} />
    </>
  );
}
