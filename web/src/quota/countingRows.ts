import type { Evidence } from '../api/types';

/** How many rows count: of money the sum is another number. */
export function countingRows({ reasons }: Pick<Evidence, 'reasons'>): number {
  return reasons
    .filter(({ reason }) => reason === 'counted' || reason === 'first_in_period')
    .reduce((sum, { n }) => sum + n, 0);
}
