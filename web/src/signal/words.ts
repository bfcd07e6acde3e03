import type { I18n, MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Signal } from '../api/types';

type Did = Pick<Signal, 'kind' | 'topic'>;

const plain: Record<string, MessageDescriptor> = {
  click: msg({ message: 'clicked a link', context: 'what a contact did' }),
  comment: msg({ message: 'commented', context: 'what a contact did' }),
  form: msg({ message: 'filled in a form', context: 'what a contact did' }),
  like: msg({ message: 'liked a post', context: 'what a contact did' }),
  open: msg({ message: 'opened an e-mail', context: 'what a contact did' }),
  post: msg({ message: 'wrote a post', context: 'what a contact did' }),
  visit: msg({ message: 'visited our pages', context: 'what a contact did' }),
};

function about(kind: string, topic: string): MessageDescriptor | undefined {
  const messages: Record<string, MessageDescriptor> = {
    click: msg`clicked a link on ${topic}`,
    comment: msg`commented on ${topic}`,
    form: msg`filled in a form on ${topic}`,
    like: msg`liked a post on ${topic}`,
    open: msg`opened an e-mail on ${topic}`,
    post: msg`wrote a post on ${topic}`,
    visit: msg`visited our pages on ${topic}`,
  };
  return messages[kind];
}

/** What the contact did by itself: "commented on retirement planning". */
export function signalDid({ kind, topic }: Did, i18n: I18n): string {
  const message = topic === null ? plain[kind] : about(kind, topic);
  if (message) return i18n._(message);
  const word = kind.replaceAll('_', ' ');
  return topic === null ? word : `${word}: ${topic}`;
}
