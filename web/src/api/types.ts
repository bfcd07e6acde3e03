// The page's names for what the API sends. The shapes are generated from openapi.json: npm run api.
import type { components } from './schema';

type Schemas = components['schemas'];

export type Id = string;
export type Instant = string;
export type Day = string;

export interface List<Item> {
  items: Item[];
  next: string | null;
}

export interface Money {
  amount_minor: number;
  currency: string;
}

export type Session = Schemas['Session'];
export type Role = Schemas['SessionUser']['role'];
export type Rep = Schemas['Rep'];
export type TeamNode = Schemas['TeamNode'];

export type Kind = Schemas['Kind'];
export type OutcomeWord = Schemas['Outcome'];
export type Topic = Schemas['Topic'];

export type Contact = Schemas['Contact'];
export type FoundContact = Schemas['FoundContact'];
export type NewContact = Schemas['NewContact'];
export type Temperature = Contact['temperature'];
export type Relation = Contact['relation'];

export type Activity = Schemas['Activity'];
export type NewActivity = Schemas['NewActivity'];
export type ActivityChange = Schemas['LoggedActivity'];
export type ActivitySet = Schemas['ActivitySet'];
export type Direction = NonNullable<Activity['direction']>;
export type Effect = Schemas['Effect'];
export type Preview = Schemas['Preview'];
export type Signal = Schemas['Signal'];

export type Rule = Schemas['Rule'];
export type Unit = Rule['unit'];
export type Quota = Schemas['Quota'];
export type Pace = Schemas['Pace'];
export type PaceState = Pace['state'];
export type PaceDay = Schemas['PaceDay'];
export type PaceDetail = Schemas['PaceDetail'];
export type TeamPace = Schemas['RepPace'];
export type TeamTotal = Schemas['TeamTotal'];
export type Period = Schemas['Period'];
export type PeriodKind = Pace['period_kind'];

export type Settings = Schemas['Settings'];
export type Monitoring = Settings['monitoring'];
export type NewSettings = Schemas['NewSettingsInput'];
export type Look = Schemas['Look'];
export type Notice = Schemas['Notice'];
export type Leaderboard = Schemas['LeaderboardQuota'];
export type LeaderboardChoice = Schemas['LeaderboardChoice'];
export type LeadsTo = Schemas['LeadsTo'];
export type LeadsToRow = Schemas['LeadsToRow'];
export type LedTo = Schemas['LedTo'];
export type Chance = Schemas['Chance'];
export type LeadsToActivity = Schemas['LeadsToActivity'];
export type ChannelWeek = Schemas['ChannelWeek'];
export type ColdAndSignal = Schemas['ColdAndSignal'];

export type Reason = Effect['reason'];
export type Evidence = Schemas['Evidence'];
export type EvidenceItem = Schemas['EvidenceItem'];

export type ReportLine = Schemas['ReportLine'];
export type VerdictLine = Schemas['VerdictLine'];
export type Report = Schemas['Report'];
export type ReportDay = Schemas['ReportDay'];
export type ReportRow = Schemas['ReportRow'];
export type Adjustment = Schemas['Adjustment'];
export type LateFacts = Schemas['LateFacts'];
export type Decision = Schemas['DecideReport'];
export type Verdict = ReportLine['verdict'];
export type Excuse = NonNullable<Decision['excuse']>;

export interface Change {
  seq: string;
  words: string[];
  rep_id: Id | null;
}

export type QuotaSubject = Quota['subjects'][number];
export type QuotaDetail = Schemas['QuotaDetail'];
export type QuotaVersion = Schemas['QuotaVersion'];
export type NewQuota = Schemas['NewQuotaInput'];
export type QuotaPreview = Schemas['QuotaPreview'];
export type PreviewRep = Schemas['PreviewRep'];
export type Proposal = Schemas['Proposal'];
export type NewProposal = Schemas['NewProposal'];
export type Template = Schemas['Template'];
export type PastPeriod = Schemas['PastPeriod'];
export type TeamQuota = Schemas['TeamQuota'];
export type TeamEvidence = Schemas['TeamEvidence'];
export type ManyQuotas = Schemas['ManyQuotas'];
export type ChangedQuota = Schemas['ChangedQuota'];
export type CopyQuota = Schemas['CopyQuota'];
