import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import type { Standing } from './people';

const words: Record<Standing, MessageDescriptor> = {
  active: msg({ message: 'active', context: 'a person' }),
  invited: msg({ message: 'no password yet', context: 'a person' }),
  left: msg({ message: 'has left', context: 'a person' }),
};

export function useStandingWord(): (standing: Standing) => string {
  const { i18n } = useLingui();
  return (standing) => i18n._(words[standing]);
}
