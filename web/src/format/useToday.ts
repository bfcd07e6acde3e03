import { useEffect, useState } from 'react';
import { now } from '../api/clock';
import type { Day } from '../api/types';
import { useFormat } from '.';

const minute_ms = 60_000;

/** The reader's own day; also turns over at midnight under an open page. */
export function useToday(): Day {
  const { date } = useFormat();
  const [, setMinute] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setMinute((minute) => minute + 1), minute_ms);
    return () => clearInterval(timer);
  }, []);
  return date.dayOf(now());
}
