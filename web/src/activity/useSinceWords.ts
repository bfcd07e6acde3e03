import { useLingui } from '@lingui/react/macro';
import { now } from '../api/clock';
import type { FoundContact } from '../api/types';
import { useFormat } from '../format';

/** "waiting 42 min", "logged 09:31", "last 12 Nov" */
export function useSinceWords(): (contact: FoundContact) => string | null {
  const { t } = useLingui();
  const { date, span } = useFormat();
  return ({ waiting_since, last_activity_at }) => {
    const at = now();
    if (waiting_since !== null) {
      const time = span.ago(waiting_since, at);
      return t`waiting ${time}`;
    }
    if (last_activity_at === null) return null;
    const day = date.dayOf(last_activity_at);
    if (day === date.dayOf(at)) {
      const time = date.time(last_activity_at);
      return t`logged ${time}`;
    }
    const then = date.day(day);
    return t`last ${then}`;
  };
}
