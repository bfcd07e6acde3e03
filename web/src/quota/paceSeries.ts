import type { PaceDetail } from '../api/types';
import type { PaceSeries } from '../chart';
import { gradesOf } from './grades';
import { phaseOf } from './phase';

/** What the chart draws of a pace as of `today`: the days on which the quota asks. */
export function paceSeries(pace: PaceDetail, today: string): PaceSeries {
  const { elapsed, total } = pace.working_days;
  const now = {
    day: today,
    share: total > 0 ? elapsed / total : 0,
    counted: pace.counted,
    expected: pace.expected_by_now,
  };
  return {
    // Money has no band: nothing is drawn round its plan.
    days: pace.days
      .filter(({ kind }) => kind !== 'not_asked')
      .map((day) => ({
        ...day,
        band_low: day.band_low ?? day.plan,
        band_high: day.band_high ?? day.plan,
      })),
    amount: pace.amount,
    grades: gradesOf(pace),
    now: phaseOf(pace, today) === 'running' ? now : null,
  };
}
