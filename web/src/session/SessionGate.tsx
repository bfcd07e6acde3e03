import { useQuery } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { sessionQuery } from '../api/queries';
import { useLanguage } from '../i18n/LanguageProvider';
import { ServerAway } from './ServerAway';
import { SignedIn } from './SignedIn';
import { SignIn } from './SignIn';

export function SessionGate({ children }: { children: ReactNode }) {
  const query = useQuery(sessionQuery());
  const { follow } = useLanguage();
  const user = query.data?.user.user_id;

  useEffect(() => {
    if (user !== undefined) follow(user);
  }, [user, follow]);

  if (query.data === null) return <SignIn />;
  if (query.data) return <SignedIn session={query.data}>{children}</SignedIn>;
  if (query.isError) return <ServerAway onRetry={() => void query.refetch()} />;
  return null;
}
