// Where an activity is known from, when that is more than the hand that logged it.
import { msg } from '@lingui/core/macro';
import type { EvidenceItem } from '../api/types';
import { isolated } from '../format';
import type { Words } from './words';

type Source = EvidenceItem['sources'][number];

const CALLS = 'calls:';

function sourceWords(source: Source, { i18n, format }: Words): string {
  const name = source.source;
  if (name === 'log') return i18n._(msg`logged by hand`);
  if (!name.startsWith(CALLS)) return name;
  const where = isolated(name.slice(CALLS.length));
  const when = format.date.time(source.occurred_at);
  if (source.duration_s === null) return i18n._(msg`call record of ${where}, ${when}`);
  const length = format.span.duration(source.duration_s);
  return i18n._(msg`call record of ${where}, ${when}, ${length}`);
}

/** Null: no call record tells of it. */
export function sourcesWords(sources: readonly Source[], words: Words): string | null {
  if (!sources.some(({ source }) => source.startsWith(CALLS))) return null;
  const list = sources.map((source) => isolated(sourceWords(source, words))).join(' · ');
  return words.i18n._(msg`Known from: ${list}`);
}
