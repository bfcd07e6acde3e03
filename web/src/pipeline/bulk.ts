// One change of many opportunities: each by itself, so that one that is refused does not keep the others.
import {
  addNextStep,
  changeCloseDay,
  changeOpportunity,
  endNextStep,
  moveOpportunity,
} from '../api/pipelineCalls';
import { newKey } from '../api/newKey';
import type { NextStep, Opportunity } from '../api/pipelineTypes';
import type { Day, Id, Instant } from '../api/types';

export type Change =
  | { set: 'stage'; stage: Id; reason?: string }
  | { set: 'close'; day: Day }
  | { set: 'step'; what: string; due: Instant }
  | { set: 'rep'; rep: Id };

export interface Done {
  before: Opportunity;
  version: number;
  step: NextStep | null;
}

export interface Result {
  done: Done[];
  /** What was so already. */
  same: Opportunity[];
  refused: { opportunity: Opportunity; error: unknown }[];
}

const seen = ({ opportunity_id }: Opportunity, version: number) => ({
  opportunity: opportunity_id,
  version,
  key: newKey(),
});

export function isSame(opportunity: Opportunity, change: Change): boolean {
  if (change.set === 'stage') return opportunity.stage.stage_id === change.stage;
  if (change.set === 'close') return opportunity.close_day === change.day;
  return change.set === 'rep' && opportunity.rep.rep_id === change.rep;
}

async function changed(opportunity: Opportunity, change: Change): Promise<Done> {
  const of = seen(opportunity, opportunity.version);
  if (change.set === 'step') {
    const step = await addNextStep(opportunity.opportunity_id, change.what, change.due, of.key);
    return { before: opportunity, version: opportunity.version, step };
  }
  const { version } = await (change.set === 'stage'
    ? moveOpportunity(of, {
        stage: change.stage,
        ...(change.reason !== undefined && { reason: change.reason }),
      })
    : change.set === 'close'
      ? changeCloseDay(of, change.day)
      : changeOpportunity(of, { rep: change.rep }));
  return { before: opportunity, version, step: null };
}

/** Back to what it was, unless somebody has changed it meanwhile. */
async function undone({ before, version, step }: Done, change: Change, reason: string) {
  const of = seen(before, version);
  if (change.set === 'step') {
    if (step) await endNextStep(step.next_step_id, 'dropped', of.key);
  } else if (change.set === 'stage') {
    await moveOpportunity(of, { stage: before.stage.stage_id, reason });
  } else if (change.set === 'close') await changeCloseDay(of, before.close_day, reason);
  else await changeOpportunity(of, { rep: before.rep.rep_id, reason });
}

const at_once = 4;

/** So many at a time; `told` after each. */
async function each<Item>(items: readonly Item[], act: (item: Item) => Promise<void>) {
  const left = [...items];
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await act(item);
  };
  await Promise.all(Array.from({ length: at_once }, worker));
}

export async function changeMany(
  opportunities: readonly Opportunity[],
  change: Change,
  told: (count: number) => void,
): Promise<Result> {
  const result: Result = { done: [], same: [], refused: [] };
  let count = 0;
  await each(opportunities, async (opportunity) => {
    if (isSame(opportunity, change)) result.same.push(opportunity);
    else {
      try {
        result.done.push(await changed(opportunity, change));
      } catch (error) {
        result.refused.push({ opportunity, error });
      }
    }
    count += 1;
    told(count);
  });
  return result;
}

/** How many could not be taken back. */
export async function undoMany(
  done: readonly Done[],
  change: Change,
  reason: string,
): Promise<number> {
  let refused = 0;
  await each(done, async (one) => {
    try {
      await undone(one, change, reason);
    } catch {
      refused += 1;
    }
  });
  return refused;
}
