// What an activity was, beside the name of the contact: "Call out, 4:31", "Meeting, 50 min".
import { msg } from '@lingui/core/macro';
import type { EvidenceItem } from '../api/types';
import type { Words } from './words';

type Told = Pick<EvidenceItem, 'kind' | 'direction' | 'duration_s'>;

const MINUTES_FROM_S = 600;

function kindWords(
  { kind: code, direction }: Told,
  title: (kind: string) => string,
  { i18n }: Words,
): string {
  const kind = title(code);
  if (direction === null) return kind;
  return direction === 'outbound'
    ? i18n._(msg({ message: `${kind} out`, context: 'direction of an activity' }))
    : i18n._(msg({ message: `${kind} in`, context: 'direction of an activity' }));
}

function lengthWords(seconds: number, { kind }: Told, { i18n, format }: Words): string {
  if (kind === 'call' || seconds < MINUTES_FROM_S) return format.span.duration(seconds);
  const n = format.number.count(Math.round(seconds / 60));
  return i18n._(msg`${n} min`);
}

export function rowWords(row: Told, title: (kind: string) => string, words: Words): string {
  if (row.kind === 'sale') return words.i18n._(msg({ message: `Sale`, context: 'money agreed' }));
  const what = kindWords(row, title, words);
  if (row.duration_s === null) return what;
  const length = lengthWords(row.duration_s, row, words);
  return words.i18n._(msg`${what}, ${length}`);
}
