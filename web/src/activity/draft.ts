import { now } from '../api/clock';
import type { Direction, Id, Instant, Kind, NewActivity } from '../api/types';
import { parseDuration } from '../format/duration';

export interface KnownWho {
  contact_id: Id;
  name: string;
  account_name: string | null;
  phone?: string | null;
}

/** Somebody known, or a name that becomes a new contact. */
export type Who = KnownWho | { name: string };

export interface Draft {
  kind: string;
  who: Who | null;
  outcome: string | null;
  direction: Direction;
  duration: string;
  topic: string;
  /** Null: now. */
  occurred_at: Instant | null;
}

export type MissingStep = 'who' | 'outcome' | 'duration' | 'when';

export const emptyDraft = (kind: string, who: Who | null): Draft => ({
  kind,
  who,
  outcome: null,
  direction: 'outbound',
  duration: '',
  topic: '',
  occurred_at: null,
});

export function isKnown(who: Who | null): who is KnownWho {
  return who !== null && 'contact_id' in who;
}

/** The one outcome of a kind that has only one, else the chosen one if the kind has it. */
export function outcomeFor(kind: Kind, chosen: string | null): string | null {
  const [only, ...others] = kind.outcomes;
  if (only && others.length === 0) return only.outcome;
  return kind.outcomes.some(({ outcome }) => outcome === chosen) ? chosen : null;
}

export function missingStep(draft: Draft, kind: Kind): MissingStep | null {
  if (draft.who === null && kind.client_facing) return 'who';
  if (draft.outcome === null && kind.outcomes.length > 0) return 'outcome';
  if (kind.has_duration && parseDuration(draft.duration) === undefined) return 'duration';
  return draft.occurred_at !== null && new Date(draft.occurred_at) > now() ? 'when' : null;
}

/** What is sent, without the contact of a new name: that one is made first. */
export function activityOf(draft: Draft, kind: Kind): NewActivity {
  const duration = kind.has_duration ? parseDuration(draft.duration) : null;
  return {
    kind: draft.kind,
    ...(isKnown(draft.who) && { contact_id: draft.who.contact_id }),
    ...(draft.outcome !== null && { outcome: draft.outcome }),
    ...(kind.has_direction && { direction: draft.direction }),
    ...(typeof duration === 'number' && { duration_s: duration }),
    ...(draft.topic !== '' && { topic: draft.topic }),
    ...(draft.occurred_at !== null && { occurred_at: draft.occurred_at }),
  };
}
