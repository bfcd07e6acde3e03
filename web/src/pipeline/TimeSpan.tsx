import type { Appointment } from '../api/appointmentTypes';
import { useFormat } from '../format';

/** "10:00–11:00", in this order in every language. */
export function TimeSpan({ of }: { of: Pick<Appointment, 'starts_at' | 'ends_at'> }) {
  const { date } = useFormat();
  return (
    <bdi dir="ltr">
      {date.time(of.starts_at)}–{date.time(of.ends_at)}
    </bdi>
  );
}
