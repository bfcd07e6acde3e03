import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { IconActivity, IconBolt, IconUsers, type Icon } from '@tabler/icons-react';

export interface Page {
  to: '/' | '/pace' | '/team';
  name: MessageDescriptor;
  icon: Icon;
  /** Pressed after G. */
  letter: string | null;
  managersOnly: boolean;
}

export const pages: readonly Page[] = [
  { to: '/', name: msg`Today`, icon: IconBolt, letter: 't', managersOnly: false },
  { to: '/pace', name: msg`Pace`, icon: IconActivity, letter: 'p', managersOnly: false },
  { to: '/team', name: msg`Team`, icon: IconUsers, letter: null, managersOnly: true },
];

export function pagesFor(mayManage: boolean): readonly Page[] {
  return pages.filter((page) => mayManage || !page.managersOnly);
}
