import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { keys } from '../api/keys';
import { sessionQuery } from '../api/queries';
import { followSignedIn, signedInMark } from '../api/signedIn';
import { useLanguage } from '../i18n/LanguageProvider';
import { forget } from './forget';
import { ServerAway } from './ServerAway';
import { SignedIn } from './SignedIn';
import { SignIn } from './SignIn';

/** Who signs out in one tab is out in all of them. */
function useOtherTabs(): void {
  const queries = useQueryClient();
  useEffect(
    () =>
      followSignedIn(() => {
        if (signedInMark() !== 'yes') {
          queries.setQueryData(keys.session, null);
          forget(queries);
        } else {
          void queries.invalidateQueries({ queryKey: keys.session });
        }
      }),
    [queries],
  );
}

/** `notice` stands on the page for signing in. */
export function SessionGate({ notice, children }: { notice?: ReactNode; children: ReactNode }) {
  const query = useQuery(sessionQuery());
  const { follow } = useLanguage();
  const user = query.data?.user.user_id;
  useOtherTabs();

  useEffect(() => {
    if (user !== undefined) follow(user);
  }, [user, follow]);

  if (query.data === null) return <SignIn>{notice}</SignIn>;
  if (query.data) return <SignedIn session={query.data}>{children}</SignedIn>;
  // It counts on while it is asked again: the words stay until there is an answer.
  if (query.errorUpdateCount > 0) return <ServerAway onRetry={query.refetch} />;
  return null;
}
