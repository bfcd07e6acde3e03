// Kinds and signals as they stand inside a sentence about many. What a company added is named as it named it.
import type { MessageDescriptor } from '@lingui/core';
import { msg, plural } from '@lingui/core/macro';
import { isolated } from '../format';
import type { Words } from './words';

const KINDS: Record<string, MessageDescriptor> = {
  call: msg({ message: `calls`, context: 'many, in a sentence' }),
  email: msg({ message: `e-mails`, context: 'many, in a sentence' }),
  meeting: msg({ message: `meetings`, context: 'many, in a sentence' }),
  visit: msg({ message: `visits`, context: 'many, in a sentence' }),
  demo: msg({ message: `demos`, context: 'many, in a sentence' }),
  social: msg({ message: `social touches`, context: 'many, in a sentence' }),
  estimate: msg({ message: `estimates`, context: 'many, in a sentence' }),
  event: msg({ message: `events`, context: 'many, in a sentence' }),
};

const SIGNALS: Record<string, MessageDescriptor> = {
  comment: msg({ message: `commented`, context: 'contacts who …' }),
  like: msg({ message: `liked a post`, context: 'contacts who …' }),
  post: msg({ message: `posted`, context: 'contacts who …' }),
  click: msg({ message: `clicked a link`, context: 'contacts who …' }),
  open: msg({ message: `opened an e-mail`, context: 'contacts who …' }),
  visit: msg({ message: `visited our pages`, context: 'contacts who …' }),
  form: msg({ message: `filled in a form`, context: 'contacts who …' }),
};

const wordOf = (words: Record<string, MessageDescriptor>, code: string, { i18n }: Words) => {
  const word = words[code];
  return word ? i18n._(word) : code;
};

/** "calls", "calls or meetings", "activities" for any. */
export function kindsWords(kinds: readonly string[], words: Words): string {
  const { i18n } = words;
  if (kinds.length === 0)
    return i18n._(msg({ message: `activities`, context: 'many, in a sentence' }));
  return either(
    kinds.map((kind) => wordOf(KINDS, kind, words)),
    words,
  );
}

/** "commented", "commented or liked a post", "gave a signal" for any. */
export function signalsWords(kinds: readonly string[], words: Words): string {
  const { i18n } = words;
  if (kinds.length === 0)
    return i18n._(msg({ message: `gave a signal`, context: 'contacts who …' }));
  return either(
    kinds.map((kind) => wordOf(SIGNALS, kind, words)),
    words,
  );
}

/** "a, b or c". Each keeps its own direction; the list has that of its commas and its "or". */
export function either(texts: readonly string[], { i18n }: Words): string {
  const parts = texts.length > 1 ? texts.map(isolated) : texts;
  const [last, ...rest] = [...parts].reverse();
  if (last === undefined) return '';
  if (rest.length === 0) return last;
  const list = rest.reverse().reduce((first, next) => i18n._(msg`${first}, ${next}`));
  return i18n._(msg`${list} or ${last}`);
}

/** "20 seconds", "5 minutes" */
export function secondsWords(seconds: number, { i18n, format }: Words): string {
  const minutes = seconds / 60;
  if (Number.isInteger(minutes) && minutes > 0) {
    const n = format.number.count(minutes);
    return i18n._(msg({ message: plural(minutes, { one: `${n} minute`, other: `${n} minutes` }) }));
  }
  const n = format.number.count(seconds);
  return i18n._(msg({ message: plural(seconds, { one: `${n} second`, other: `${n} seconds` }) }));
}
