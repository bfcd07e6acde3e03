import { createContext, use } from 'react';

/** The zone of the person who is signed in; null before that. */
export const ZoneContext = createContext<string | null>(null);

/** The zone of the person, or of the device before somebody has signed in. */
export function useZone(): string {
  return use(ZoneContext) ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}
