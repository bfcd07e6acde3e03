import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import type { Role } from '../api/types';

const words: Record<Role, MessageDescriptor> = {
  rep: msg`Rep`,
  manager: msg`Manager`,
  ops: msg`Operations`,
  admin: msg`Administrator`,
  system: msg`System`,
};

export function useRoleWord(): (role: Role) => string {
  const { i18n } = useLingui();
  return (role) => i18n._(words[role]);
}
