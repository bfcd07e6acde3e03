import type { PaceDay, PaceDetail } from '../api/types';

/**
 * Minutes that can be worked of the period since the quota began, which is what `working_days.total` measures in the
 * full-time days of the calendar: the plan rises from that day on. Null when the days do not say it.
 */
export function workedMinutes(days: readonly Pick<PaceDay, 'minutes' | 'plan'>[]): number | null {
  const minutes = days.reduce((sum, day) => sum + (day.plan > 0 ? day.minutes : 0), 0);
  return minutes > 0 ? minutes : null;
}

/** Minutes as full-time days of the calendar; null when the period does not say how long such a day is. */
export function fullTimeDays(
  minutes: number,
  { days, working_days }: Pick<PaceDetail, 'days' | 'working_days'>,
): number | null {
  const worked = workedMinutes(days);
  return worked === null || working_days.total <= 0
    ? null
    : (minutes * working_days.total) / worked;
}
