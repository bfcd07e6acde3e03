import { useState } from 'react';
import type { Day } from '../api/types';
import { useToday } from '../format/useToday';

/** A day that begins as today. */
export function useFormDay(): [Day, (day: Day) => void] {
  const today = useToday();
  const [day, setDay] = useState(today);
  return [day, setDay];
}
