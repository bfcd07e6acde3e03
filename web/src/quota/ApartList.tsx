import { useLingui } from '@lingui/react/macro';
import type { PaceDetail } from '../api/types';
import { apartWords } from './apartWords';
import { daysApart } from './daysApart';
import css from './pace.module.css';
import { useWords } from './useWords';

/** Why this period asks something else than a usual one, day by day in words. */
export function ApartList({ pace }: { pace: PaceDetail }) {
  const { t } = useLingui();
  const words = useWords();
  const apart = daysApart(pace.days);
  if (apart.length === 0) return null;
  return (
    <ul className={css.apart} aria-label={t`Days that differ`}>
      {apart.map((each) => (
        <li key={`${each.why} ${each.from}`}>{apartWords(each, words)}</li>
      ))}
    </ul>
  );
}
