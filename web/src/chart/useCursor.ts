import { type KeyboardEvent, useState } from 'react';

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End';

const ARROWS: readonly string[] = [
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
];

const isArrow = (key: string): key is Arrow => ARROWS.includes(key);

/**
 * The place in a chart that is pointed at, by mouse or keys; null when none is. `move` answers where a key leads.
 * Arrow keys end here: the page's own arrows are silent while a chart has the focus.
 */
export function useCursor(move: (from: number | null, key: Arrow) => number) {
  const [at, setAt] = useState<number | null>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape' && at !== null) {
      event.stopPropagation();
      setAt(null);
    }
    if (!isArrow(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    setAt(move(at, event.key));
  };
  return { at, setAt, leave: () => setAt(null), onKeyDown };
}
