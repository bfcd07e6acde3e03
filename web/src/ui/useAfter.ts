import { useEffect, useState } from 'react';

/** False at first, true once the time has passed. */
export function useAfter(delay_ms: number): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), delay_ms);
    return () => clearTimeout(timer);
  }, [delay_ms]);
  return passed;
}
