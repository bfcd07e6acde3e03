import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type AppointmentsAsked, listAppointments } from '../api/appointmentCalls';
import type { Appointment } from '../api/appointmentTypes';
import { keys } from '../api/keys';
import { addDays, useFormat } from '../format';
import { useToday } from '../format/useToday';
import { instantAt } from '../format/wallTime';
import { useZone } from '../format/ZoneContext';
import form from '../team/form.module.css';
import { Card } from '../ui';
import { AppointmentItem } from './AppointmentItem';

const useOwn = (name: string, asked: AppointmentsAsked) =>
  useQuery({
    queryKey: [...keys.appointments, 'own', name],
    queryFn: ({ signal }) => listAppointments(asked, signal),
  }).data?.items ?? [];

interface DueProps {
  title: string;
  items: readonly Appointment[];
  shows: 'time' | 'day';
}

function Due({ title, items, shows }: DueProps) {
  if (items.length === 0) return null;
  return (
    <Card title={title}>
      <ul className={form.list}>
        {items.map((appointment) => (
          <AppointmentItem
            key={appointment.appointment_id}
            appointment={appointment}
            linked
            dated={shows === 'day'}
          />
        ))}
      </ul>
    </Card>
  );
}

/** Whom one meets today, and what nobody has told of the days before. Nothing when there is neither. */
export default function AppointmentsDueCards() {
  const { t } = useLingui();
  const { date } = useFormat();
  const zone = useZone();
  const today = useToday();
  const starts = (day: string) => instantAt(`${day}T00:00`, zone);
  const ofToday = useOwn(today, { from: starts(today), to: starts(addDays(today, 1)) });
  const untold = useOwn('untold', { needs_outcome: true });
  return (
    <>
      <Due
        title={t`Appointments today`}
        items={ofToday.filter(({ state }) => state !== 'cancelled')}
        shows="time"
      />
      <Due
        title={t`What came of these appointments?`}
        items={untold.filter(({ starts_at }) => date.dayOf(starts_at) < today)}
        shows="day"
      />
    </>
  );
}
