import { useEffect, useEffectEvent, useRef, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { replayKeys } from './heldKeys';

/**
 * Puts the focus into a field that has just been drawn, and adds the signs that were kept for it. Belongs into the
 * component of the field itself: what stands around it may be drawn earlier.
 */
export function useHeldKeys(typeOn: (sign: string) => void): RefObject<HTMLInputElement | null> {
  const input = useRef<HTMLInputElement>(null);
  // Drawn at once: the next sign is added to what stands there, and may come before React's own next turn.
  const add = useEffectEvent((sign: string) => flushSync(() => typeOn(sign)));
  useEffect(() => {
    input.current?.focus();
    void replayKeys((sign) => add(sign));
  }, []);
  return input;
}
