import { useSession } from '../session/useSession';

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** 0 Sunday to 6 Saturday, as the organisation has it. */
export function useWeekStart(): number {
  return Math.max(0, WEEKDAYS.indexOf(useSession().organisation.week_start));
}
