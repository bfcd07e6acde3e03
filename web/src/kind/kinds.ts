import type { I18n, MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Kind } from '../api/types';
import type { KeyWord } from './letters';

interface KindWords {
  label: MessageDescriptor;
  inList: MessageDescriptor;
  title: MessageDescriptor;
  letter: MessageDescriptor;
  /** What stands on the key itself, for layouts that are not Latin. */
  latin: string;
}

const kinds: Record<string, KindWords> = {
  call: {
    label: msg`Call`,
    inList: msg({ message: 'call', context: 'one, in a list' }),
    title: msg`Log a call`,
    letter: msg({ message: 'C', context: 'key for call' }),
    latin: 'C',
  },
  email: {
    label: msg`E-mail`,
    inList: msg({ message: 'e-mail', context: 'one, in a list' }),
    title: msg`Log an e-mail`,
    letter: msg({ message: 'E', context: 'key for e-mail' }),
    latin: 'E',
  },
  meeting: {
    label: msg`Meeting`,
    inList: msg({ message: 'meeting', context: 'one, in a list' }),
    title: msg`Log a meeting`,
    letter: msg({ message: 'M', context: 'key for meeting' }),
    latin: 'M',
  },
  visit: {
    label: msg`Visit`,
    inList: msg({ message: 'visit', context: 'one, in a list' }),
    title: msg`Log a visit`,
    letter: msg({ message: 'V', context: 'key for visit' }),
    latin: 'V',
  },
  demo: {
    label: msg`Demo`,
    inList: msg({ message: 'demo', context: 'one, in a list' }),
    title: msg`Log a demo`,
    letter: msg({ message: 'D', context: 'key for demo' }),
    latin: 'D',
  },
  social: {
    label: msg`Social`,
    inList: msg({ message: 'social', context: 'one, in a list' }),
    title: msg`Log a social touch`,
    letter: msg({ message: 'S', context: 'key for social' }),
    latin: 'S',
  },
  estimate: {
    label: msg`Estimate`,
    inList: msg({ message: 'estimate', context: 'one, in a list' }),
    title: msg`Log an estimate`,
    letter: msg({ message: 'T', context: 'key for estimate' }),
    latin: 'T',
  },
  event: {
    label: msg`Event`,
    inList: msg({ message: 'event', context: 'one, in a list' }),
    title: msg`Log an event`,
    letter: msg({ message: 'N', context: 'key for event' }),
    latin: 'N',
  },
};

type KindName = Pick<Kind, 'kind' | 'label'>;

const spoken = (word: string) => word.replaceAll('_', ' ');

export const kindLabel = ({ kind, label }: KindName, i18n: I18n): string =>
  label ?? (kinds[kind] ? i18n._(kinds[kind].label) : spoken(kind));

export const kindInList = ({ kind, label }: KindName, i18n: I18n): string =>
  label ?? (kinds[kind] ? i18n._(kinds[kind].inList) : spoken(kind));

export function kindTitle({ kind, label }: KindName, i18n: I18n): string {
  const words = kinds[kind];
  if (words && label === null) return i18n._(words.title);
  const name = label ?? spoken(kind);
  return i18n._(msg`Log: ${name}`);
}

export function kindKey(kind: KindName, i18n: I18n): KeyWord {
  const words = kinds[kind.kind];
  return {
    word: kind.kind,
    label: kindLabel(kind, i18n),
    letter: words && kind.label === null ? i18n._(words.letter) : null,
    latin: words?.latin ?? null,
  };
}
