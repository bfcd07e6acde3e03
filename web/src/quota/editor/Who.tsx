import { Trans, useLingui } from '@lingui/react/macro';
import type { QuotaSubject } from '../../api/types';
import { listOf, useFormat } from '../../format';
import { subjectWord } from './words';

const MOST_NAMES = 4;

/** Whom a version asks: "North as one, Ann (30) and 3 more". */
export function Who({
  subjects,
  currency,
}: {
  subjects: readonly QuotaSubject[];
  currency: string | null;
}) {
  const { t, i18n } = useLingui();
  const { number } = useFormat();
  if (subjects.length === 0) return <Trans>ended, asks nobody</Trans>;
  const names = subjects.slice(0, MOST_NAMES).map((subject) => {
    const word = subjectWord(subject);
    const name = typeof word === 'string' ? word : i18n._(word);
    return subject.amount === null
      ? name
      : `${name} (${number.much(currency).count(subject.amount)})`;
  });
  const more = subjects.length - names.length;
  return listOf(more > 0 ? [...names, t`${more} more`] : names, i18n);
}
