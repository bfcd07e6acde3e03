import { useLingui } from '@lingui/react/macro';
import type { PaceDetail } from '../api/types';
import { prorationWords } from './prorationWords';
import { useWords } from './useWords';

/** "Retirement contacts, Q4: 150 (152 for 64 days, less 1 day of leave)" */
export function PaceLine({ pace, today }: { pace: PaceDetail; today: string }) {
  const { t } = useLingui();
  const words = useWords();
  const { name } = pace;
  const whole = words.format.span.period(pace.period_kind, pace.period, today);
  const begin = words.format.date.day(pace.first_day);
  const period = pace.first_day > pace.period.from ? t`${whole} from ${begin}` : whole;
  const amount = words.format.number.much(pace.rule.currency).count(pace.amount);
  const why = prorationWords(pace, words);
  return why === null
    ? t`${name}, ${period}: ${amount}`
    : t`${name}, ${period}: ${amount} (${why})`;
}
