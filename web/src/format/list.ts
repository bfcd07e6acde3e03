import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** A part of a text that keeps its own direction: names of people, companies and topics. */
export const isolated = (text: string) => `\u2068${text}\u2069`;

/** "call, agreed, 4:31": every part keeps its direction, whatever stands around it. */
export function listOf(parts: readonly string[], i18n: I18n): string {
  const [first = '', ...others] = parts.map(isolated);
  return others.reduce((list, next) => i18n._(msg`${list}, ${next}`), first);
}
