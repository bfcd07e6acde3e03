// The moments in which a period can be, and quotas that ask for nothing.
import type { Pace } from '../api/types';

type Asked = Pick<Pace, 'amount' | 'state'>;

/** Zero is a legal quota: then there is no bar, no chance and no verdict. */
export const asksNothing = ({ amount, state }: Asked) => amount === 0 || state === 'excused';

export type Phase = 'before' | 'running' | 'closed';

export function phaseOf({ period, state }: Pick<Pace, 'period' | 'state'>, today: string): Phase {
  if (state === 'not_started' || today < period.from) return 'before';
  return today < period.to ? 'running' : 'closed';
}
