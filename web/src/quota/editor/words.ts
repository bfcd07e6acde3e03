// Words of the editor: whom a quota asks, its period, and what the server refuses.
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { PeriodKind, QuotaSubject, Relation, Unit } from '../../api/types';
import type { Excuse } from './draft';

export const PERIODS: Record<PeriodKind, MessageDescriptor> = {
  day: msg({ message: `Day`, context: 'period of a quota' }),
  week: msg({ message: `Week`, context: 'period of a quota' }),
  month: msg({ message: `Month`, context: 'period of a quota' }),
  quarter: msg({ message: `Quarter`, context: 'period of a quota' }),
  span: msg({ message: `Campaign`, context: 'period of a quota' }),
};

export const EVERY: Record<PeriodKind, MessageDescriptor> = {
  day: msg`a day`,
  week: msg`a week`,
  month: msg`a month`,
  quarter: msg`a quarter`,
  span: msg`in the campaign`,
};

export const UNITS: Record<Unit, MessageDescriptor> = {
  activities: msg`Every activity`,
  contacts: msg`Each contact once`,
  accounts: msg`Each account once`,
  won: msg`Opportunities won`,
  booked: msg`Revenue booked`,
  estimates: msg`Estimates sent`,
  estimated: msg`Worth of estimates sent`,
};

export const RELATIONS: Record<Relation, MessageDescriptor> = {
  new: msg`New to us`,
  lead: msg`Leads`,
  customer: msg`Customers`,
};

export const EXCUSES: Record<Excuse, MessageDescriptor> = {
  holidays: msg`Holidays`,
  part_time: msg`Part time`,
  leave: msg`Leave`,
  ramp: msg`Ramp of new reps`,
};

export const ROLES: Record<string, MessageDescriptor> = {
  rep: msg`Every rep`,
  manager: msg`Every manager`,
  ops: msg({ message: `Operations`, context: 'role' }),
  admin: msg`Every admin`,
};

/** "North", "North as one", "Every rep", "Probation". */
export function subjectWord({ kind, name }: Pick<QuotaSubject, 'kind' | 'name'>) {
  if (kind === 'team_together') return msg`${name} as one`;
  if (kind === 'role') return ROLES[name] ?? name;
  return name;
}

const FAULTS: Record<string, MessageDescriptor> = {
  'quota.key.taken': msg`A quota of this name is there already.`,
  'quota.changed': msg`Somebody else has changed this quota meanwhile. Close it and open it again.`,
  'quota.grades.order': msg`The floor is at most the amount, the stretch at least.`,
  'quota.amount.out_of_range': msg`The amount is too large.`,
  'quota.reason.missing': msg`A period that is over changes only with a reason.`,
  'quota.from.outside_span': msg`The first day lies outside the campaign.`,
  'quota.span.out_of_range': msg`A campaign has 1 to 732 days.`,
  'quota.nothing_asked': msg`ended, asks nobody`,
  'quota.period.closed': msg`This would change a period that is closed.`,
  'quota.measure.fixed': msg`A number cannot become money: make another quota.`,
  'access.forbidden': msg`You set quotas for your own team only.`,
};

/** Null for a code that the editor has no words for. */
export const faultWord = (code: string): MessageDescriptor | null => FAULTS[code] ?? null;
