import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Monitoring, Notice } from '../api/types';

type Recorded = Notice['recorded'][number]['what'];
type Reader = Notice['readers'][number];

export const recordedWords: Record<Recorded, MessageDescriptor> = {
  activities: msg`Sales activities: kind, time, duration, outcome, topic and the contact. Who logged, corrected or voided them, and why.`,
  notes: msg`Notes that somebody writes beside an activity.`,
  contacts: msg`Contacts: name, company, phone and e-mail address, who takes care of them.`,
  signals: msg`What contacts did by themselves, for example a click or a comment.`,
  working_time: msg`Working calendar and part time, to ask for no more than the time there is.`,
  leave: msg`Days of leave, only that somebody is away, never the reason.`,
  people: msg`Name, e-mail address, role, team, first and last day of the employment.`,
  changes: msg`Who changed settings, quotas and other people’s entries.`,
  sign_in: msg`That somebody is signed in on a device.`,
  looks: msg`Who looked at whose figures.`,
};

export const profileWords: Record<
  Monitoring,
  { name: MessageDescriptor; line: MessageDescriptor }
> = {
  full: {
    name: msg`All figures`,
    line: msg`Managers see the figures and activities of each rep of their team. Operations and administrators see everybody’s.`,
  },
  verdicts: {
    name: msg`Verdicts only`,
    line: msg`Of a single rep others see only whether a closed period was met, missed or excused, without numbers, and sums of five people or more.`,
  },
  own_figures: {
    name: msg`Own figures only`,
    line: msg`Of a single rep others see nothing. Managers see sums of five people or more.`,
  },
};

export const sightWords: Record<Reader['sees'], MessageDescriptor> = {
  figures: msg`all figures and the activities behind them`,
  verdicts: msg`verdicts of closed periods; sums of five people or more`,
  sums: msg`sums of five people or more`,
  nothing: msg`nothing`,
};

const readers: Record<string, MessageDescriptor> = {
  'rep own': msg`You yourself`,
  'rep own_team': msg`Other reps of your team`,
  'manager own_team': msg`The manager of your team and of the teams above it`,
  'manager other_team': msg`Managers of other teams`,
  'ops other_team': msg`Sales operations`,
  'admin other_team': msg`Administrators of this system`,
  'system other_team': msg`Who runs the machine on which this system is`,
};

export const readerWords = ({ role, whose }: Reader): MessageDescriptor =>
  readers[`${role} ${whose}`] ?? msg`Others`;
