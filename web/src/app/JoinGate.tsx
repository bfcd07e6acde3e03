import { lazy, Suspense, useState, type ReactNode } from 'react';

const Join = lazy(() => import('../session/Join'));

/** The token stands behind the #, so that no server and no log ever sees the address with it. */
const tokenInAddress = () =>
  location.pathname === '/join' && location.hash.length > 1 ? location.hash.slice(1) : null;

/** Who comes with an invitation chooses a password first; everybody else just comes in. */
export function JoinGate({ children }: { children: ReactNode }) {
  const [token, setToken] = useState(tokenInAddress);
  if (token === null) return children;
  return (
    <Suspense>
      <Join
        token={token}
        onJoined={() => {
          history.replaceState(null, '', '/');
          setToken(null);
        }}
      />
    </Suspense>
  );
}
