// What a person changes in a row, and what of it is sent: only what differs.
import type { ActivitySet, Direction, EvidenceItem } from '../api/types';
import { parseDuration } from '../format/duration';

export interface Draft {
  direction: string;
  outcome: string;
  /** "4:31" or seconds. */
  duration: string;
  topic: string;
}

export function draftOf(row: EvidenceItem, durationWords: (seconds: number) => string): Draft {
  return {
    direction: row.direction ?? '',
    outcome: row.outcome ?? '',
    duration: row.duration_s === null ? '' : durationWords(row.duration_s),
    topic: row.topic ?? '',
  };
}

const isDirection = (text: string): text is Direction => text === 'outbound' || text === 'inbound';

/** Null when the duration cannot be read; an emptied length or topic is taken away. */
export function changesOf(row: EvidenceItem, draft: Draft): ActivitySet | null {
  const duration_s = parseDuration(draft.duration);
  if (duration_s === undefined) return null;
  const { direction, outcome } = draft;
  const topic = draft.topic.trim() || null;
  return {
    ...(isDirection(direction) && direction !== row.direction && { direction }),
    ...(outcome !== '' && outcome !== row.outcome && { outcome }),
    ...(duration_s !== row.duration_s && { duration_s }),
    ...(topic !== row.topic && { topic }),
  };
}
