import { useState } from 'react';
import type { Kind } from '../api/types';
import type { LogStart } from './openLog';
import { emptyDraft, outcomeFor, type Draft } from './draft';

export interface DraftState {
  value: Draft;
  kind: Kind | null;
  change: (part: Partial<Draft>) => void;
}

function firstDraft({ contact, kind, refused }: LogStart): Draft {
  return { ...emptyDraft(kind ?? 'call', contact ?? null), ...refused?.draft };
}

export function useDraft(start: LogStart, kinds: readonly Kind[]): DraftState {
  const [draft, setDraft] = useState(() => firstDraft(start));
  const kind = kinds.find((each) => each.kind === draft.kind) ?? kinds[0] ?? null;
  const value = kind
    ? { ...draft, kind: kind.kind, outcome: outcomeFor(kind, draft.outcome) }
    : draft;
  return {
    value,
    kind,
    change: (part) => setDraft((current) => ({ ...current, ...part })),
  };
}
