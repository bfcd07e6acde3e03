import { useReducedMotion } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useFormat } from '../format';

const counting_ms = 250;

/** A figure that changes live counts to its new value; the first one just stands there. */
export function CountUp({ value, currency = null }: { value: number; currency?: string | null }) {
  const still = useReducedMotion();
  const { number } = useFormat();
  const [shown, setShown] = useState(value);
  const last = useRef(value);

  useEffect(() => {
    const from = last.current;
    last.current = value;
    if (still || from === value) {
      setShown(value);
      return;
    }
    const start = performance.now();
    let frame = requestAnimationFrame(function step(time) {
      const part = Math.min((time - start) / counting_ms, 1);
      setShown(part === 1 ? value : Math.round(from + (value - from) * part));
      if (part < 1) frame = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(frame);
  }, [value, still]);

  return number.much(currency).count(shown);
}
