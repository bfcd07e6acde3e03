// What is asked of the server about appointments, and the times that are free for one.
import type {
  Appointment,
  EndAppointment,
  MoveAppointment,
  NewAppointment,
  NewNextStep,
} from './appointmentTypes';
import { answer, client } from './client';
import { allPages } from './pages';
import type { Id, Instant } from './types';

const until = (signal?: AbortSignal) => (signal ? { signal } : {});
const once = (key: string) => ({ 'Idempotency-Key': key });

export interface AppointmentsAsked {
  /** Absent: whoever asks, or everybody who has one of the opportunity. */
  rep?: Id;
  opportunity?: Id;
  /** Only those that end later. */
  from?: Instant;
  /** Only those that begin earlier. */
  to?: Instant;
  needs_outcome?: boolean;
}

export const listAppointments = (query: AppointmentsAsked, signal?: AbortSignal) =>
  allPages((page) =>
    answer(
      client.GET('/appointments', { params: { query: { ...query, ...page } }, ...until(signal) }),
    ),
  );

/** The earliest first. */
export const listFreeTimes = (rep: Id, minutes: number, most: number, signal?: AbortSignal) =>
  answer(
    client.GET('/free-times', { params: { query: { rep, minutes, most } }, ...until(signal) }),
  );

export const setAppointment = (body: NewAppointment, key: string) =>
  answer(client.POST('/appointments', { body, params: { header: once(key) } }));

/** The version is the one that whoever changes it has seen. */
export type SeenAppointment = Pick<Appointment, 'appointment_id' | 'version'>;

const seen = ({ appointment_id, version }: SeenAppointment, key: string) => ({
  params: { path: { appointment: appointment_id }, header: once(key) },
  headers: { 'If-Match': `"${version}"` },
});

export const moveAppointment = (of: SeenAppointment, body: MoveAppointment, key: string) =>
  answer(client.POST('/appointments/{appointment}/moves', { body, ...seen(of, key) }));

export const endAppointment = (of: SeenAppointment, body: EndAppointment, key: string) =>
  answer(client.POST('/appointments/{appointment}/end', { body, ...seen(of, key) }));

export const reopenAppointment = (of: SeenAppointment, reason: string, key: string) =>
  answer(client.POST('/appointments/{appointment}/reopen', { body: { reason }, ...seen(of, key) }));

export const tellOutcome = (
  of: SeenAppointment,
  body: { outcome: string; next_step?: NewNextStep },
  key: string,
) => answer(client.POST('/appointments/{appointment}/outcome', { body, ...seen(of, key) }));

/** For one's own calendar; the browser fetches it. */
export const appointmentFile = (appointment: Id) => `/api/v1/appointments/${appointment}/file`;

/** Whether there is an address, and since when; not which. */
export const readCalendarFeed = (signal?: AbortSignal) =>
  answer(client.GET('/calendar-feed', signal ? { signal } : {}));

/** Takes the place of the one before; shown this once. */
export const makeCalendarFeed = () => answer(client.POST('/calendar-feed'));

export const revokeCalendarFeed = () => client.DELETE('/calendar-feed');
