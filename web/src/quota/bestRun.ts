import type { PaceDay } from '../api/types';

/** The most that was counted per day on so many working days in a row before today; null when there were fewer. */
export function bestRun(
  days: readonly Pick<PaceDay, 'day' | 'kind' | 'counted'>[],
  length: number,
  today: string,
): number | null {
  const counted = days.flatMap(({ day, kind, counted }) =>
    kind === 'work' && day < today ? [counted ?? 0] : [],
  );
  if (length < 1 || counted.length < length) return null;
  const sumFrom = (begin: number) =>
    counted.slice(begin, begin + length).reduce((sum, each) => sum + each, 0);
  const begins = Array.from({ length: counted.length - length + 1 }, (_, begin) => begin);
  return Math.max(...begins.map(sumFrom)) / length;
}
