import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { NotFound } from './NotFound';
import { PageError } from './PageError';
import { Shell } from './Shell';

export interface PaceSearch {
  rep?: string;
  period?: string;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function paceSearch(search: Record<string, unknown>): PaceSearch {
  const [rep, period] = [textOf(search.rep), textOf(search.period)];
  return { ...(rep && { rep }), ...(period && { period }) };
}

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const today = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../today/TodayPage')),
});

const pace = createRoute({
  getParentRoute: () => root,
  path: '/pace',
  validateSearch: paceSearch,
  component: lazyRouteComponent(() => import('../quota/PacePage')),
});

const paceOfQuota = createRoute({
  getParentRoute: () => root,
  path: '/pace/$quota',
  validateSearch: paceSearch,
  component: lazyRouteComponent(() => import('../quota/PacePage')),
});

const team = createRoute({
  getParentRoute: () => root,
  path: '/team',
  component: lazyRouteComponent(() => import('../quota/TeamPacePage')),
});

export const router = createRouter({
  routeTree: root.addChildren([today, pace, paceOfQuota, team]),
  defaultPreload: 'intent',
  defaultErrorComponent: PageError,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
