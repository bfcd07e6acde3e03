// What a leave, or the end of one, does to the quotas that run: amounts before and after.
import type { Pace } from '../api/types';

export interface Effect {
  quota_id: string;
  name: string;
  pace: Pace;
  before: number;
  after: number;
}

type Asked = Pick<Pace, 'quota_id' | 'name' | 'amount'>;

/** Only what has changed; a quota that asks nothing any more is paused. */
export function effectsOf<Of extends Asked>(before: readonly Of[], after: readonly Of[]) {
  const amounts = new Map(before.map(({ quota_id, amount }) => [quota_id, amount]));
  return after.flatMap((pace) => {
    const was = amounts.get(pace.quota_id);
    if (was === undefined || was === pace.amount) return [];
    return [{ quota_id: pace.quota_id, name: pace.name, pace, before: was, after: pace.amount }];
  });
}
