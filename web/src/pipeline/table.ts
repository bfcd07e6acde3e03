// The order of the table, and what a change of many rows asks for: pure.
import type { Opportunity } from '../api/pipelineTypes';
import { valueOf } from './board';

export type SortBy = 'name' | 'stage' | 'value' | 'close' | 'step' | 'rep' | 'since';

export interface Sort {
  by: SortBy;
  down: boolean;
}

const sorts: readonly SortBy[] = ['name', 'stage', 'value', 'close', 'step', 'rep', 'since'];

/** "value" or "-value"; what is not understood is the largest first. */
export function sortOf(text: string): Sort {
  const down = text.startsWith('-');
  const by = sorts.find((each) => each === text.replace('-', ''));
  return by === undefined ? { by: 'value', down: true } : { by, down };
}

export const textOf = ({ by, down }: Sort): string => (down ? `-${by}` : by);

/** The same column again turns it round; figures and days begin with the largest or the nearest. */
export function sortAfter(current: Sort, by: SortBy): Sort {
  return current.by === by ? { by, down: !current.down } : { by, down: by === 'value' };
}

type Key = number | string | null;

function keyOf(opportunity: Opportunity, by: SortBy, stages: ReadonlyMap<string, number>): Key {
  if (by === 'name') return opportunity.name.toLocaleLowerCase();
  if (by === 'stage') return stages.get(opportunity.stage.stage_id) ?? stages.size;
  if (by === 'value') return opportunity.value === null ? null : valueOf(opportunity);
  if (by === 'close') return opportunity.close_day;
  if (by === 'step') return opportunity.next_step?.due_at ?? null;
  return by === 'rep' ? opportunity.rep.name : opportunity.stage_since;
}

/** What has none comes last, whichever way. */
function compared(a: Key, b: Key, down: boolean): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  const order =
    typeof a === 'string' && typeof b === 'string' ? a.localeCompare(b, 'en') : a < b ? -1 : 1;
  return down ? -order : order;
}

export function sorted(
  opportunities: readonly Opportunity[],
  { by, down }: Sort,
  stages: ReadonlyMap<string, number>,
): Opportunity[] {
  const keyed = opportunities.map((each) => ({ each, key: keyOf(each, by, stages) }));
  keyed.sort(
    (a, b) =>
      compared(a.key, b.key, down) ||
      a.each.opportunity_id.localeCompare(b.each.opportunity_id, 'en'),
  );
  return keyed.map(({ each }) => each);
}
