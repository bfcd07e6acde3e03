import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import {
  IconActivity,
  IconArrowsSplit,
  IconBeach,
  IconBolt,
  IconCalendar,
  IconFileCheck,
  IconFileImport,
  IconHierarchy,
  IconLayoutKanban,
  IconChecklist,
  IconPhoneCall,
  IconScale,
  IconStairsUp,
  IconUserCircle,
  IconUserCog,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import type { Role } from '../api/types';

/** Who has the page in the side bar. The server says who may do what. */
type Audience = 'everybody' | 'reps' | 'managers' | 'admins';

export interface Page {
  to:
    | '/'
    | '/pace'
    | '/pipeline'
    | '/standing'
    | '/team'
    | '/reports'
    | '/leads-to'
    | '/people'
    | '/teams'
    | '/working-time'
    | '/leave'
    | '/quotas'
    | '/import'
    | '/me'
    | '/settings/call-records'
    | '/settings/fairness';
  name: MessageDescriptor;
  icon: Icon;
  /** Pressed after G. */
  letter: string | null;
  for: Audience;
  /** Work of every day, or what is set up once in a while: apart in the side bar, and under More on the phone. */
  part: 'work' | 'set_up';
}

export const pages: readonly Page[] = [
  { to: '/', name: msg`Today`, icon: IconBolt, letter: 't', for: 'everybody', part: 'work' },
  { to: '/pace', name: msg`Pace`, icon: IconActivity, letter: 'p', for: 'everybody', part: 'work' },
  {
    to: '/pipeline',
    name: msg`Pipeline`,
    icon: IconLayoutKanban,
    letter: 'i',
    for: 'everybody',
    part: 'work',
  },
  {
    to: '/standing',
    name: msg`Standing`,
    icon: IconStairsUp,
    letter: 's',
    for: 'everybody',
    part: 'work',
  },
  { to: '/team', name: msg`Team`, icon: IconUsers, letter: null, for: 'managers', part: 'work' },
  {
    to: '/reports',
    name: msg`Reports`,
    icon: IconFileCheck,
    letter: 'r',
    for: 'everybody',
    part: 'work',
  },
  {
    to: '/leads-to',
    name: msg`What it leads to`,
    icon: IconArrowsSplit,
    letter: null,
    for: 'everybody',
    part: 'work',
  },
  {
    to: '/quotas',
    name: msg`Quotas`,
    icon: IconChecklist,
    letter: 'q',
    for: 'reps',
    part: 'work',
  },
  {
    to: '/quotas',
    name: msg`Quotas`,
    icon: IconChecklist,
    letter: 'q',
    for: 'managers',
    part: 'set_up',
  },
  {
    to: '/people',
    name: msg`People`,
    icon: IconUserCog,
    letter: null,
    for: 'admins',
    part: 'set_up',
  },
  {
    to: '/teams',
    name: msg`Teams`,
    icon: IconHierarchy,
    letter: null,
    for: 'admins',
    part: 'set_up',
  },
  {
    to: '/working-time',
    name: msg`Working time`,
    icon: IconCalendar,
    letter: null,
    for: 'admins',
    part: 'set_up',
  },
  {
    to: '/leave',
    name: msg`Leave`,
    icon: IconBeach,
    letter: null,
    for: 'managers',
    part: 'set_up',
  },
  {
    to: '/me',
    name: msg`About me`,
    icon: IconUserCircle,
    letter: null,
    for: 'reps',
    part: 'set_up',
  },
  {
    to: '/import',
    name: msg({ message: 'Import', context: 'page' }),
    icon: IconFileImport,
    letter: null,
    for: 'everybody',
    part: 'set_up',
  },
  {
    to: '/settings/call-records',
    name: msg`Call records`,
    icon: IconPhoneCall,
    letter: null,
    for: 'admins',
    part: 'set_up',
  },
  {
    to: '/settings/fairness',
    name: msg`Fairness`,
    icon: IconScale,
    letter: null,
    for: 'admins',
    part: 'set_up',
  },
];

const audiences: Record<Role, readonly Audience[]> = {
  rep: ['everybody', 'reps'],
  manager: ['everybody', 'managers'],
  ops: ['everybody', 'managers'],
  admin: ['everybody', 'managers', 'admins'],
  system: ['everybody', 'managers', 'admins'],
};

export function pagesFor(role: Role, part?: Page['part']): readonly Page[] {
  return pages.filter(
    (page) => audiences[role].includes(page.for) && (part === undefined || page.part === part),
  );
}

const on_bar = 3;

/** The pages of work that stand on the bar of a phone, and those behind its last button. */
export function barPagesFor(role: Role): { bar: readonly Page[]; more: readonly Page[] } {
  const work = pagesFor(role, 'work');
  return { bar: work.slice(0, on_bar), more: work.slice(on_bar) };
}
