import type { I18n, MessageDescriptor } from '@lingui/core';
import { msg, plural } from '@lingui/core/macro';
import type { Pace } from '../api/types';

function ofKind(kind: string | undefined, n: number): MessageDescriptor | null {
  switch (kind) {
    case 'call':
      return msg({
        message: plural(n, { one: 'Make # more call today', other: 'Make # more calls today' }),
      });
    case 'email':
      return msg({
        message: plural(n, {
          one: 'Write # more e-mail today',
          other: 'Write # more e-mails today',
        }),
      });
    case 'meeting':
      return msg({
        message: plural(n, {
          one: 'Hold # more meeting today',
          other: 'Hold # more meetings today',
        }),
      });
    case 'visit':
      return msg({
        message: plural(n, { one: 'Make # more visit today', other: 'Make # more visits today' }),
      });
    case 'demo':
      return msg({
        message: plural(n, { one: 'Show # more demo today', other: 'Show # more demos today' }),
      });
    case 'estimate':
      return msg({
        message: plural(n, {
          one: 'Hand in # more estimate today',
          other: 'Hand in # more estimates today',
        }),
      });
    default:
      return null;
  }
}

function afterSignal({ rule }: Pace, n: number): MessageDescriptor | null {
  const [topic, ...topics] = rule.after_signal?.topics ?? [];
  const [kind, ...kinds] = rule.after_signal?.kinds ?? [];
  if (topic === undefined || topics.length > 0) return null;
  return kind === 'comment' && kinds.length === 0
    ? msg({
        message: plural(n, {
          one: `Speak with # person who commented on ${topic}`,
          other: `Speak with # people who commented on ${topic}`,
        }),
      })
    : msg({
        message: plural(n, {
          one: `Speak with # person interested in ${topic}`,
          other: `Speak with # people interested in ${topic}`,
        }),
      });
}

/** Starts with a verb: "Make 12 more calls today". */
export function quotaTitle(pace: Pace, n: number, i18n: I18n): string {
  const { rule, unit, name } = pace;
  const kind = rule.kinds.length === 1 ? rule.kinds[0] : undefined;
  const message = afterSignal(pace, n) ?? (unit === 'activities' ? ofKind(kind, n) : null);
  return i18n._(
    message ??
      msg({
        message: plural(n, {
          one: `Log # more today for ${name}`,
          other: `Log # more today for ${name}`,
        }),
      }),
  );
}
