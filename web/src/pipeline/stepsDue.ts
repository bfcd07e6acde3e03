import type { Opportunity } from '../api/pipelineTypes';
import type { Day, Instant } from '../api/types';

/** Whose next step is due today or before, the oldest first; and how many have none. */
export function stepsDue(
  opportunities: readonly Opportunity[],
  today: Day,
  dayOf: (at: Instant) => Day,
): { due: Opportunity[]; without: number } {
  const at = ({ next_step }: Opportunity) => next_step?.due_at ?? '';
  const due = opportunities
    .filter(({ next_step }) => next_step !== null && dayOf(next_step.due_at) <= today)
    .sort((a, b) => at(a).localeCompare(at(b)));
  return { due, without: opportunities.filter((each) => each.needs_next_step).length };
}
