import { useRef, useState } from 'react';
import type { LogStart } from './openLog';
import { missingStep, type MissingStep, type Who } from './draft';
import { useOutbox } from './OutboxProvider';
import type { DraftState } from './useDraft';

interface SaveParts {
  draft: DraftState;
  start: LogStart;
  onClose: () => void;
}

interface Saving {
  /** Closes at once; or says which step is missing. */
  save: () => MissingStep | null;
  /** Who it was, also while the server still looks for the best match of what was typed; null: nobody yet. */
  resolve: (who: Who | Promise<Who> | null) => void;
  complaint: MissingStep | null;
}

export function useSave({ draft, start, onClose }: SaveParts): Saving {
  const outbox = useOutbox();
  const looking = useRef<Promise<Who> | null>(null);
  const [complaint, setComplaint] = useState<MissingStep | null>(null);

  function resolve(who: Who | Promise<Who> | null): void {
    if (!(who instanceof Promise)) {
      looking.current = null;
      draft.change({ who });
      return;
    }
    looking.current = who;
    void who.then((found) => {
      if (looking.current === who) draft.change({ who: found });
    });
  }

  function save(): MissingStep | null {
    const { value, kind } = draft;
    if (kind === null) return null;
    const found = value.who === null ? looking.current : null; // found perhaps, and not yet shown
    const missing = missingStep(found ? { ...value, who: { name: '?' } } : value, kind);
    setComplaint(missing);
    if (missing !== null) return missing;
    if (start.refused) outbox.discard(start.refused.key);
    if (found) void found.then((who) => outbox.save({ ...value, who }, kind));
    else outbox.save(value, kind);
    onClose();
    return null;
  }

  return { save, resolve, complaint };
}
