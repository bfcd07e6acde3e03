// What the server refused, at the fields that it names.
import type { I18n, MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { ApiFault, type FaultAt } from '../api/fault';
import { Refused } from './useApply';

const words: Record<string, MessageDescriptor> = {
  'email.malformed': msg`This is not an e-mail address.`,
  'user.email.taken': msg`Somebody else signs in with this address.`,
  'name.empty': msg`A name is needed.`,
  'name.too_long': msg`The name is too long.`,
  'text.not_allowed': msg`Only plain text is possible here.`,
  'zone.unknown': msg`No time zone has this name. An example: Europe/Sofia.`,
  'day.malformed': msg`A day is needed.`,
  'user.left.before_joined': msg`The last day is before the first.`,
  'user.calendar.unknown': msg`No calendar has this name.`,
  'user.team.unknown': msg`No team has this name.`,
  'user.ramp.unknown': msg`No ramp has this name.`,
  'user.phone.malformed': msg`Not a possible telephone number. Without a plus it needs the country under Call records.`,
  'user.phone.taken': msg`Somebody else has this number.`,
  'settings.phone_country.unknown': msg`No telephone numbers of such a country are known.`,
  'user.last_admin': msg`Somebody has to stay administrator.`,
  'team.parent.circle': msg`A team cannot be a part of itself.`,
  'team.parent.unknown': msg`No team has this name.`,
  'team.name.taken': msg`Another team has this name.`,
  'calendar.minutes.out_of_range': msg`A day has from 0 to 24 hours.`,
  'calendar.country.unknown': msg`No holidays of this country are known.`,
  'calendar.country.own_week': msg`A country has its own week.`,
  'phase.months.out_of_range': msg`From 0 to 600 months, the end after the beginning.`,
  'ramp.steps.out_of_range': msg`Each step later than the one before, from 0 to 100%.`,
  'leave.span.empty': msg`The last day is before the first.`,
  'leave.minutes.out_of_range': msg`A day has from 0 to 24 hours.`,
  'leave.already_there': msg`This leave is there already.`,
  'hand_over.successor.away': msg`Whoever takes over has to be here on that day.`,
  'hand_over.successor.same': msg`Nobody hands over to themself.`,
  'hand_over.successor.unknown': msg`Nobody has this name.`,
};

export interface FaultWords {
  /** What is wrong with a field, by the end of its pointer; undefined when nothing is. */
  at: (field: string) => string | undefined;
  /** What is wrong with the whole, or with something that has no field here. */
  rest: (fields: readonly string[]) => string | null;
}

function faultsOf(error: unknown): readonly FaultAt[] {
  if (error instanceof Refused) return error.faults;
  if (!(error instanceof ApiFault)) return [];
  const { faults, code, detail } = error.problem;
  return faults.length > 0 ? faults : [{ pointer: '', code, detail }];
}

/** "/users/0/name" is the field "name", "/days/2/minutes" of a calendar the field "days". */
function fieldOf(pointer: string): string {
  const parts = pointer.split('/').slice(1);
  const own = /^\d+$/.test(parts[1] ?? '') ? parts.slice(2) : parts;
  return own[0] ?? '';
}

const said = ({ code, detail }: FaultAt, i18n: I18n): string => {
  const known = words[code];
  if (known) return i18n._(known);
  const what = detail === '' ? code : `${code}, ${detail}`;
  return i18n._(msg`The server refused this: ${what}.`);
};

export function faultWords(error: unknown, i18n: I18n): FaultWords {
  const faults = faultsOf(error);
  const isSilent = error !== null && error !== undefined && faults.length === 0;
  return {
    at: (field) => {
      const fault = faults.find(({ pointer }) => fieldOf(pointer) === field);
      return fault && said(fault, i18n);
    },
    rest: (fields) => {
      if (isSilent) {
        return i18n._(
          msg`No answer. It is not known whether this was stored; trying again is safe.`,
        );
      }
      const others = faults.filter(({ pointer }) => !fields.includes(fieldOf(pointer)));
      return others.length === 0 ? null : others.map((fault) => said(fault, i18n)).join(' ');
    },
  };
}
