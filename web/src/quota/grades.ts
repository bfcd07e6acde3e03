// Floor and stretch: what is reached beside the quota. Most quotas have neither, and one that asks for nothing has none.
import type { Pace } from '../api/types';
import type { GradeAt } from '../chart';
import { asksNothing } from './phase';

type Graded = Pick<Pace, 'amount' | 'state' | 'floor' | 'stretch' | 'grade'>;

export function gradesOf(pace: Graded): GradeAt[] {
  if (asksNothing(pace)) return [];
  return (['floor', 'stretch'] as const).flatMap((key) => {
    const at = pace[key];
    return at === null || at === 0 ? [] : [{ key, at }];
  });
}

export const isStretched = (pace: Graded): boolean =>
  !asksNothing(pace) && pace.grade === 'stretch';
