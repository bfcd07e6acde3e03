import { use } from 'react';
import type { Session } from '../api/types';
import { SessionContext } from './SessionContext';

export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error('nobody is signed in');
  return session;
}

export function useMayManage(): boolean {
  return useSession().user.role !== 'rep';
}
