import type { ReactNode } from 'react';
import type { Session } from '../api/types';
import { ZoneContext } from '../format/ZoneContext';
import { SessionContext } from './SessionContext';

/** Everything below knows who is signed in, and writes times in that person's zone. */
export function SignedIn({ session, children }: { session: Session; children: ReactNode }) {
  return (
    <SessionContext value={session}>
      <ZoneContext value={session.user.zone}>{children}</ZoneContext>
    </SessionContext>
  );
}
