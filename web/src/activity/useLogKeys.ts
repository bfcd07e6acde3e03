import { useEffect, useRef } from 'react';
import { isTyping } from '../keyboard/keyOf';
import { wordOfKey, type LetterKey } from '../kind/letters';

interface LogKeys {
  kinds: LetterKey[];
  outcomes: LetterKey[];
  chosenOutcome: string | null;
  chooseKind: (kind: string) => void;
  chooseOutcome: (outcome: string) => void;
  save: () => void;
}

function focusedOutcome({ target }: KeyboardEvent): string | undefined {
  const radio = target instanceof HTMLElement && target.role === 'radio' ? target : null;
  return radio?.dataset.word;
}

function press(event: KeyboardEvent, keys: LogKeys): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey) return;
  const kind = event.altKey ? wordOfKey(keys.kinds, event) : null;
  const mayChoose = !event.altKey && !isTyping(event.target);
  const outcome = mayChoose ? wordOfKey(keys.outcomes, event) : null;
  const focused = event.key === 'Enter' ? focusedOutcome(event) : undefined;
  if (kind === null && outcome === null && focused === undefined) return;
  event.preventDefault();
  if (kind !== null) keys.chooseKind(kind);
  else if (outcome !== null) keys.chooseOutcome(outcome);
  else if (keys.chosenOutcome === null && focused !== undefined) keys.chooseOutcome(focused);
  else keys.save();
}

/** Alt and a letter for the kind, a letter for the outcome, Enter on it to save. */
export function useLogKeys(keys: LogKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event, latest.current);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
