// What is set up: people, teams and working time, as the document of apply has them.
import type { components } from './schema';
import type { Day, Id, Instant, Role } from './types';

type Schemas = components['schemas'];

/** A part of the document that is read is always there. */
type Read<Item> = { [Key in keyof Item]-?: Exclude<Item[Key], undefined> };

export type Definitions = Schemas['Definitions'];
export type Applied = Schemas['Applied'];
export type CalendarDefinition = Schemas['CalendarInput'];
export type CalendarDay = Schemas['CalendarDayInput'];
export type Week = Schemas['WeekMinutesInput'];
export type Weekday = keyof Week;
export type TeamDefinition = Schemas['NewTeamInput'];
export type PersonDefinition = Schemas['NewUserInput'];
export type OwnWeek = Schemas['NewWorkWeekInput'];
export type RampDefinition = Schemas['NewRampInput'];
export type PhaseDefinition = Schemas['NewPhaseInput'];

/** The whole state: every list is there, if empty. */
export type Company = Read<Definitions>;

export interface Person {
  user_id: Id;
  name: string;
  email: string;
  role: Role;
  zone: string;
  active: boolean;
  joined: Day | null;
  left: Day | null;
  team: { team_id: Id; name: string } | null;
  /** Has no password yet. */
  invited: boolean;
  last_sign_in: Instant | null;
}

export interface CountryYears {
  country: string;
  from_year: number;
  to_year: number;
}

export interface Leave {
  leave_id: Id;
  from: Day;
  to: Day;
  minutes: number | null;
}

export interface NewLeave {
  from: Day;
  to?: Day;
  minutes?: number;
}

export interface CalendarRead {
  days: { day: Day; minutes: number; name: string }[];
  faults: { line: number; code: string }[];
}

export interface Invitation {
  token: string;
  expires_at: Instant;
}

export interface HandedOver {
  contacts: number;
  quotas: { key: string; amount: number; from: Day; to: Day }[];
}
