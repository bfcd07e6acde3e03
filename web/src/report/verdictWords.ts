// The words of a period report: verdicts, excuses, and what they say in a sentence.
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Excuse, Verdict } from '../api/types';

export const VERDICT: Record<Verdict, MessageDescriptor> = {
  met: msg({ message: `met`, context: 'verdict' }),
  missed: msg({ message: `missed`, context: 'verdict' }),
  excused: msg({ message: `excused`, context: 'verdict' }),
};

export const VERDICT_TITLE: Record<Verdict, MessageDescriptor> = {
  met: msg({ message: `Met`, context: 'verdict' }),
  missed: msg({ message: `Missed`, context: 'verdict' }),
  excused: msg({ message: `Excused`, context: 'verdict' }),
};

/** Never the medical reason: who was ill was absent. */
export const EXCUSE: Record<Excuse, MessageDescriptor> = {
  absent: msg`Absent`,
  other_work: msg`Other work was agreed`,
  no_contacts: msg`No contacts were given`,
  system_outage: msg`Telephone or program was down`,
  new_territory: msg`A new territory`,
  agreed_otherwise: msg`Agreed otherwise`,
};

export const excuses = Object.keys(EXCUSE) as Excuse[];
export const verdicts = Object.keys(VERDICT) as Verdict[];
