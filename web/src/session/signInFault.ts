import type { I18n } from '@lingui/core';
import { msg, plural } from '@lingui/core/macro';
import { ApiFault } from '../api/fault';

/** Why signing in did not work, in words a person can act on. */
export function signInFault(i18n: I18n, error: unknown): string {
  if (!(error instanceof ApiFault)) {
    return i18n._(msg`Paceline does not answer. Check your connection and try again.`);
  }
  const { status, retry_after_s } = error.problem;
  if (status === 401) return i18n._(msg`The e-mail address or the password is not right.`);
  if (status !== 429) return i18n._(msg`Signing in did not work. Try again in a moment.`);
  if (retry_after_s === null) return i18n._(msg`Too many tries. Wait a while and try again.`);
  const minutes = Math.ceil(retry_after_s / 60);
  return i18n._(
    msg({
      message: plural(minutes, {
        one: 'Too many tries. Try again in # minute.',
        other: 'Too many tries. Try again in # minutes.',
      }),
    }),
  );
}
