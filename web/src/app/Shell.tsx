import { Trans } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { Suspense, useEffect, useRef } from 'react';
import { followChanges } from '../api/live';
import { OutboxProvider } from '../activity/OutboxProvider';
import { useSession } from '../session/useSession';
import { CardLoading } from '../ui';
import { BottomBar } from './BottomBar';
import { DemoBanner } from './DemoBanner';
import { LayersHost } from './LayersHost';
import css from './Shell.module.css';
import { SideBar } from './SideBar';

function useMainFocus() {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const first = useRef(path);
  useEffect(() => {
    if (first.current === path) return;
    first.current = path;
    main.current?.focus({ preventScroll: true });
  }, [path]);
  return main;
}

export function Shell() {
  const queries = useQueryClient();
  const { organisation, user, newest_change } = useSession();
  const main = useMainFocus();
  const before = useRef(newest_change); // the session was asked for first
  useEffect(() => followChanges(queries, before.current), [queries]);

  return (
    <OutboxProvider key={user.user_id} user={user.user_id}>
      <LayersHost>
        <a className={css.skip} href="#main">
          <Trans>Skip to the page</Trans>
        </a>
        {organisation.demonstration && <DemoBanner />}
        <div className={css.frame}>
          <SideBar />
          <main id="main" ref={main} className={css.main} tabIndex={-1}>
            <div className={css.page}>
              <Suspense fallback={<CardLoading shapes={[26, 18, 120]} />}>
                <Outlet />
              </Suspense>
            </div>
          </main>
        </div>
        <BottomBar />
      </LayersHost>
    </OutboxProvider>
  );
}
