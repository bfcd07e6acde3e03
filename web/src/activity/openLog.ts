import { createContext, use } from 'react';
import type { KnownWho } from './draft';
import type { LogEntry } from './outbox';

export interface LogStart {
  contact?: KnownWho;
  kind?: string;
  /** What the server has refused, to be put right. */
  refused?: LogEntry;
}

export type OpenLog = (start?: LogStart) => void;

export const OpenLogContext = createContext<OpenLog | null>(null);

/** Opens the quick log over whatever page is shown. */
export function useOpenLog(): OpenLog {
  const openLog = use(OpenLogContext);
  if (openLog === null) throw new Error('no shell around this');
  return openLog;
}
