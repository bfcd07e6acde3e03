import type { PreviewRep } from '../../api/types';

/** How many of those who would have been asked in the period before would have reached it. */
export function reachedBefore(reps: readonly PreviewRep[]): { reached: number; asked: number } {
  const asked = reps.filter(({ before }) => !before.excused);
  const reached = asked.filter(({ before: { grade } }) => grade === 'quota' || grade === 'stretch');
  return { reached: reached.length, asked: asked.length };
}
