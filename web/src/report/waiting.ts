import type { Id, ReportLine } from '../api/types';

type Line = Pick<ReportLine, 'rep_id' | 'seen_by_rep' | 'confirmed'>;

/** What the reader has still to say something to: the own that is not seen, and that of somebody else without a decision. */
export const waitingFor = <T extends Line>(reader: Id, lines: readonly T[]): T[] =>
  lines.filter((line) => (line.rep_id === reader ? line.seen_by_rep === null : !line.confirmed));
