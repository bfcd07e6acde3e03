// Appointments, as the API sends them.
import type { components } from './schema';

type Schemas = components['schemas'];

export type Appointment = Schemas['Appointment'];
export type AppointmentKind = Appointment['kind'];
export type NewAppointment = Schemas['NewAppointment'];
export type MoveAppointment = Schemas['MoveAppointment'];
export type EndAppointment = Schemas['EndAppointment'];
export type NewNextStep = Schemas['NewNextStep'];
export type FreeTime = Schemas['FreeTime'];
