import { use } from 'react';
import type { Session } from '../api/types';
import { SessionContext } from './SessionContext';

export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error('nobody is signed in');
  return session;
}

/** The zone of the person, or of the device before somebody has signed in. */
export function useZone(): string {
  const session = use(SessionContext);
  return session?.user.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

export function useMayManage(): boolean {
  return useSession().user.role !== 'rep';
}
