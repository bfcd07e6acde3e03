import { useEffect, useRef } from 'react';
import { hasModifier, isDialogOpen, isTyping, shortcutOf } from './keyOf';

type Handlers = Partial<Record<string, (event: KeyboardEvent) => void>>;

/** Single-key shortcuts of a page: dead while typing and under an open dialog. */
export function useKeys(handlers: Handlers): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.defaultPrevented || hasModifier(event)) return;
      if (isTyping(event.target) || isDialogOpen()) return;
      const handler = latest.current[shortcutOf(event)];
      if (handler === undefined) return;
      event.preventDefault();
      handler(event);
    }
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
