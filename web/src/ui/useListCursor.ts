import { useState, type KeyboardEvent } from 'react';

export interface ListCursor {
  at: number;
  moveTo: (index: number) => void;
  press: (event: KeyboardEvent) => void;
}

/** The chosen option of a list under an input; back to the first whenever `of` changes. */
export function useListCursor(count: number, of: string): ListCursor {
  const [cursor, setCursor] = useState({ at: 0, of });
  const at = cursor.of === of ? Math.min(cursor.at, Math.max(count - 1, 0)) : 0;
  const moveTo = (index: number) => setCursor({ at: index, of });
  return {
    at,
    moveTo,
    press(event) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step === undefined || count === 0) return;
      event.preventDefault();
      moveTo((at + step + count) % count);
    },
  };
}
