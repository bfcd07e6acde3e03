import type { PaceDetail } from '../api/types';
import type { PaceSeries } from '../chart';
import { phaseOf } from './phase';
import { workedMinutes } from './workedMinutes';

/** The part of the working time that has gone by: what is left is known, and a quota may begin after its period. */
function shareGone({ days, working_days: { left, total } }: PaceDetail): number {
  const all = days.reduce((sum, day) => sum + day.minutes, 0);
  const worked = workedMinutes(days);
  if (all === 0 || worked === null || total <= 0) return 0;
  return Math.min(Math.max(1 - ((left / total) * worked) / all, 0), 1);
}

/** What the chart draws of a pace as of `today`. */
export function paceSeries(pace: PaceDetail, today: string): PaceSeries {
  const now = {
    day: today,
    share: shareGone(pace),
    counted: pace.counted,
    expected: pace.expected_by_now,
  };
  return {
    days: pace.days,
    amount: pace.amount,
    now: phaseOf(pace, today) === 'running' ? now : null,
  };
}
