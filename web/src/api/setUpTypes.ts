// What is set up: people, teams and working time, as the document of apply has them.
import type { components } from './schema';

type Schemas = components['schemas'];

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
export type Company = Schemas['DefinitionsNow'];
export type Person = Schemas['User'];
export type CountryYears = Schemas['CountryYears'];
export type Leave = Schemas['Leave'];
export type LeaveOfRep = Schemas['LeaveOfRep'];
export type NewLeave = Schemas['AddLeave'];
export type CalendarRead = Schemas['CalendarDays'];
export type HandOver = Schemas['HandOver'];
export type HandedOver = Schemas['HandedOver'];
export type Webhook = Schemas['Webhook'];
export type MadeWebhook = Schemas['MadeWebhook'];
