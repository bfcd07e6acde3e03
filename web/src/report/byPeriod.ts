import type { Period, PeriodKind, VerdictLine } from '../api/types';

type Line = Pick<VerdictLine, 'period' | 'period_kind' | 'rep_name' | 'name'>;

export interface LinesOfPeriod<T> {
  kind: PeriodKind;
  period: Period;
  lines: T[];
}

/** The lines under their periods, in the order in which the periods first come; by rep and quota within one. */
export function byPeriod<T extends Line>(all: readonly T[]): LinesOfPeriod<T>[] {
  const groups = new Map<string, LinesOfPeriod<T>>();
  for (const line of all) {
    const group = groups.get(line.period.key);
    if (group) group.lines.push(line);
    else {
      groups.set(line.period.key, { kind: line.period_kind, period: line.period, lines: [line] });
    }
  }
  const order = (a: Line, b: Line) =>
    a.rep_name.localeCompare(b.rep_name) || a.name.localeCompare(b.name);
  for (const { lines } of groups.values()) lines.sort(order);
  return [...groups.values()];
}
