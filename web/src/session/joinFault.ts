import type { I18n, MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { ApiFault } from '../api/fault';
import { signInFault } from './signInFault';

const words: Record<string, MessageDescriptor> = {
  'invitation.unknown': msg`This link is not known, or was used before. Ask for a new one.`,
  'invitation.expired': msg`This link is too old. Ask for a new one.`,
  'password.too_short': msg`The password is too short. Take at least 12 letters or signs.`,
  'password.too_long': msg`The password is too long.`,
};

/** Why the link or the password was refused, in words a person can act on. */
export function joinFault(i18n: I18n, error: unknown): string {
  if (!(error instanceof ApiFault)) return signInFault(i18n, error);
  const { code, faults } = error.problem;
  const word = [code, ...faults.map((fault) => fault.code)]
    .map((each) => words[each])
    .find(Boolean);
  return word ? i18n._(word) : signInFault(i18n, error);
}
