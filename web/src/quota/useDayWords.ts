import { useLingui } from '@lingui/react/macro';
import { useCallback, useMemo } from 'react';
import type { PaceDay } from '../api/types';
import { useFormat } from '../format';

/** One day of a period in words, for the cursor of the charts. */
export function useDayWords(currency: string | null) {
  const { t } = useLingui();
  const { date, number } = useFormat();
  const much = useMemo(() => number.much(currency), [number, currency]);
  return useCallback(
    (day: Pick<PaceDay, 'day' | 'total' | 'plan' | 'likely'>) => {
      const when = date.dayWithWeekday(day.day);
      const plan = much.count(Math.round(day.plan));
      if (day.total !== null) {
        const total = much.count(day.total);
        return t`${when}: ${total} done, ${plan} on plan`;
      }
      if (day.likely === null) return t`${when}: ${plan} on plan`;
      const likely = much.count(Math.round(day.likely));
      return t`${when}: ${likely} likely, ${plan} on plan`;
    },
    [t, date, much],
  );
}
