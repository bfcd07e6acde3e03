// The pipeline, as the API sends it.
import type { components } from './schema';

type Schemas = components['schemas'];

export type Pipeline = Schemas['Pipeline'];
export type Stage = Schemas['Stage'];
export type StageDays = Schemas['StageDays'];
export type ProductLine = Schemas['ProductLine'];
export type Opportunity = Schemas['Opportunity'];
export type OpportunityDetail = Schemas['OpportunityDetail'];
export type Sharer = Schemas['Sharer'];
export type OpportunityState = Opportunity['state'];
export type OpportunityEvent = Schemas['OpportunityEvent'];
export type LineAmount = Schemas['LineAmount'];
export type NextStep = Schemas['NextStep'];
export type NewMove = Schemas['NewMove'];
export type NewAmount = Schemas['NewAmount'];
export type NewOpportunity = Schemas['NewOpportunity'];
export type OpportunityChange = Schemas['OpportunityChange'];
export type Part = NonNullable<Schemas['PersonInIt']['part']>;
export type Question = Schemas['QualificationLine']['question'];
export type Ground = Schemas['QualificationLine']['ground'];
export type Sale = Schemas['Sale'];
export type Standing = Schemas['Standing'];
export type StandingRow = Schemas['StandingRow'];
export type Account = Schemas['Account'];
export type ContactDetail = Schemas['ContactDetail'];
export type ContactOpportunity = Schemas['ContactOpportunity'];
export type FoundName = Schemas['FoundName'];
export type CrossSell = Schemas['CrossSell'];
export type HistoryEvent = Schemas['HistoryEvent'];
