import type { I18n, MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { OutcomeWord } from '../api/types';
import type { KeyWord } from './letters';

interface OutcomeWords {
  label: MessageDescriptor;
  inList: MessageDescriptor;
  letter: MessageDescriptor;
  latin: string;
}

const outcomes: Record<string, OutcomeWords> = {
  no_answer: {
    label: msg`No answer`,
    inList: msg({ message: 'no answer', context: 'outcome, in a list' }),
    letter: msg({ message: 'N', context: 'key for no answer' }),
    latin: 'N',
  },
  busy: {
    label: msg`Busy`,
    inList: msg({ message: 'busy', context: 'outcome, in a list' }),
    letter: msg({ message: 'B', context: 'key for busy' }),
    latin: 'B',
  },
  wrong_number: {
    label: msg`Wrong number`,
    inList: msg({ message: 'wrong number', context: 'outcome, in a list' }),
    letter: msg({ message: 'W', context: 'key for wrong number' }),
    latin: 'W',
  },
  answered: {
    label: msg`Answered`,
    inList: msg({ message: 'answered', context: 'outcome, in a list' }),
    letter: msg({ message: 'A', context: 'key for answered' }),
    latin: 'A',
  },
  listened: {
    label: msg`Listened`,
    inList: msg({ message: 'listened', context: 'outcome, in a list' }),
    letter: msg({ message: 'I', context: 'key for listened' }),
    latin: 'I',
  },
  agreed: {
    label: msg`Agreed`,
    inList: msg({ message: 'agreed', context: 'outcome, in a list' }),
    letter: msg({ message: 'G', context: 'key for agreed' }),
    latin: 'G',
  },
  refused: {
    label: msg`Refused`,
    inList: msg({ message: 'refused', context: 'outcome, in a list' }),
    letter: msg({ message: 'R', context: 'key for refused' }),
    latin: 'R',
  },
  call_back: {
    label: msg`Call back`,
    inList: msg({ message: 'call back', context: 'outcome, in a list' }),
    letter: msg({ message: 'C', context: 'key for call back' }),
    latin: 'C',
  },
  sent: {
    label: msg`Sent`,
    inList: msg({ message: 'sent', context: 'outcome, in a list' }),
    letter: msg({ message: 'S', context: 'key for sent' }),
    latin: 'S',
  },
  replied: {
    label: msg`Replied`,
    inList: msg({ message: 'replied', context: 'outcome, in a list' }),
    letter: msg({ message: 'R', context: 'key for replied' }),
    latin: 'R',
  },
  bounced: {
    label: msg`Bounced`,
    inList: msg({ message: 'bounced', context: 'outcome, in a list' }),
    letter: msg({ message: 'B', context: 'key for bounced' }),
    latin: 'B',
  },
  held: {
    label: msg`Held`,
    inList: msg({ message: 'held', context: 'outcome, in a list' }),
    letter: msg({ message: 'H', context: 'key for held' }),
    latin: 'H',
  },
  no_show: {
    label: msg`No show`,
    inList: msg({ message: 'no show', context: 'outcome, in a list' }),
    letter: msg({ message: 'N', context: 'key for no show' }),
    latin: 'N',
  },
  reacted: {
    label: msg`Reacted`,
    inList: msg({ message: 'reacted', context: 'outcome, in a list' }),
    letter: msg({ message: 'R', context: 'key for reacted' }),
    latin: 'R',
  },
  handed_in: {
    label: msg`Handed in`,
    inList: msg({ message: 'handed in', context: 'outcome, in a list' }),
    letter: msg({ message: 'H', context: 'key for handed in' }),
    latin: 'H',
  },
  attended: {
    label: msg`Attended`,
    inList: msg({ message: 'attended', context: 'outcome, in a list' }),
    letter: msg({ message: 'A', context: 'key for attended' }),
    latin: 'A',
  },
};

const spoken = (word: string) => word.replaceAll('_', ' ');

export const outcomeLabel = ({ outcome, label }: OutcomeWord, i18n: I18n): string =>
  label ?? (outcomes[outcome] ? i18n._(outcomes[outcome].label) : spoken(outcome));

export const outcomeInList = ({ outcome, label }: OutcomeWord, i18n: I18n): string =>
  label ?? (outcomes[outcome] ? i18n._(outcomes[outcome].inList) : spoken(outcome));

export function outcomeKey(word: OutcomeWord, i18n: I18n): KeyWord {
  const words = outcomes[word.outcome];
  return {
    word: word.outcome,
    label: outcomeLabel(word, i18n),
    letter: words && word.label === null ? i18n._(words.letter) : null,
    latin: words?.latin ?? null,
  };
}
