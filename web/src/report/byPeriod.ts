import type { Period, PeriodKind, ReportLine } from '../api/types';

export interface ReportsOfPeriod {
  kind: PeriodKind;
  period: Period;
  reports: ReportLine[];
}

/** The lines under their periods, in the order in which the periods first come; by rep and quota within one. */
export function byPeriod(lines: readonly ReportLine[]): ReportsOfPeriod[] {
  const groups = new Map<string, ReportsOfPeriod>();
  for (const line of lines) {
    const group = groups.get(line.period.key);
    if (group) group.reports.push(line);
    else {
      groups.set(line.period.key, {
        kind: line.period_kind,
        period: line.period,
        reports: [line],
      });
    }
  }
  const order = (a: ReportLine, b: ReportLine) =>
    a.rep_name.localeCompare(b.rep_name) || a.name.localeCompare(b.name);
  for (const { reports } of groups.values()) reports.sort(order);
  return [...groups.values()];
}
