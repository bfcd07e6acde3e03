import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Day, Look } from '../api/types';

/** What somebody saw, as the rep would say it. */
export const lookWords: Record<Look['what'], MessageDescriptor> = {
  pace: msg`your pace`,
  evidence: msg`what makes your figures`,
  activities: msg`your activities`,
  signals: msg`signals of your contacts`,
  team: msg`you in the list of the team`,
  leads_to: msg`what your activities led to`,
  report: msg`your report of a period`,
  verdict: msg`the verdict of your period`,
};

export interface LooksOfDay {
  day: Day;
  looks: readonly Look[];
}

/** The days on which somebody looked, newest first, as the server sends them. */
export function looksByDay(looks: readonly Look[]): LooksOfDay[] {
  const days: { day: Day; looks: Look[] }[] = [];
  for (const look of looks) {
    const last = days.at(-1);
    if (last?.day === look.day) last.looks.push(look);
    else days.push({ day: look.day, looks: [look] });
  }
  return days;
}
