import type { EvidenceAsked } from './calls';

export const keys = {
  session: ['session'],
  kinds: ['kinds'],
  topics: ['topics'],
  contacts: ['contacts'],
  contactsFound: (prefix: string, limit: number | 'waiting') => ['contacts', prefix, limit],
  activities: ['activities'],
  activitiesOf: (rep: string, from: string, to: string) => ['activities', rep, from, to],
  signals: ['signals'],
  signalsOf: (rep: string) => ['signals', rep],
  reps: ['reps'],
  quotas: ['quotas'],
  company: ['company'],
  people: ['people'],
  countries: ['countries'],
  leave: ['leave'],
  leaveOf: (rep: string) => ['leave', rep],
  pace: ['pace'],
  paceOfRep: (rep: string) => ['pace', 'rep', rep],
  paceOfTeam: (team: string) => ['pace', 'team', team],
  totalsOfTeam: (team: string) => ['pace', 'totals', team],
  paceOfQuota: (quota: string, rep: string, period?: string) => [
    'pace',
    'quota',
    quota,
    rep,
    period ?? 'running',
  ],
  /** What a new activity counted for, as the server said when it was stored. */
  countsOf: (activity: string) => ['counts', activity],
  /** What an activity would count for. */
  previews: ['preview'],
  preview: (body: string) => ['preview', body],
  evidence: ['evidence'],
  evidenceOf: (asked: EvidenceAsked) => ['evidence', asked],
} as const;
