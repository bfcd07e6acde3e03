import { useEffect, useRef } from 'react';
import { hasModifier, isDialogOpen, isTyping, shortcutOf } from '../keyboard/keyOf';

/** A figure or a row that has the focus opens its own rows: the shell does that. */
const hasOwnRows = () => Boolean(document.activeElement?.closest('[data-figure], [data-row]'));

/**
 * `E` opens the evidence of what the page shows when no single figure has the focus. The shell listens for the same
 * letter, so this one hears it on the way down.
 */
export function useEvidenceKey(open: () => void): void {
  const latest = useRef(open);
  useEffect(() => {
    latest.current = open;
  });
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.defaultPrevented || hasModifier(event) || shortcutOf(event) !== 'e') return;
      if (isTyping(event.target) || isDialogOpen() || hasOwnRows()) return;
      event.preventDefault();
      latest.current();
    }
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, []);
}
