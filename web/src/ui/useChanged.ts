import { useEffect, useRef, useState } from 'react';

const marked_ms = 1000;

/** True for a second after the value has changed under the reader's eyes. */
export function useChanged(value: number | string): boolean {
  const before = useRef(value);
  const [changed, setChanged] = useState(false);
  useEffect(() => {
    if (before.current === value) return;
    before.current = value;
    setChanged(true);
    const timer = setTimeout(() => setChanged(false), marked_ms);
    return () => clearTimeout(timer);
  }, [value]);
  return changed;
}
