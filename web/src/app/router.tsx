import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { pipelinePlace } from '../pipeline/place';
import { standingPlace } from '../standing/place';
import { NotFound } from './NotFound';
import { PageError } from './PageError';
import { Shell } from './Shell';

export interface PaceSearch {
  rep?: string;
  period?: string;
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

function paceSearch(search: Record<string, unknown>): PaceSearch {
  const [rep, period] = [textOf(search.rep), textOf(search.period)];
  return { ...(rep && { rep }), ...(period && { period }) };
}

export interface ImportSearch {
  import?: string;
}

function importSearch(search: Record<string, unknown>): ImportSearch {
  const one = textOf(search.import);
  return { ...(one && { import: one }) };
}

export interface ReportsSearch {
  rep?: string;
  quota?: string;
}

function reportsSearch(search: Record<string, unknown>): ReportsSearch {
  const [rep, quota] = [textOf(search.rep), textOf(search.quota)];
  return { ...(rep && { rep }), ...(quota && { quota }) };
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

const pipeline = createRoute({
  getParentRoute: () => root,
  path: '/pipeline',
  validateSearch: pipelinePlace,
  component: lazyRouteComponent(() => import('../pipeline/PipelinePage')),
});

const opportunity = createRoute({
  getParentRoute: () => root,
  path: '/pipeline/$opportunity',
  component: lazyRouteComponent(() => import('../pipeline/OpportunityPage')),
});

const account = createRoute({
  getParentRoute: () => root,
  path: '/accounts/$account',
  component: lazyRouteComponent(() => import('../pipeline/AccountPage')),
});

const contact = createRoute({
  getParentRoute: () => root,
  path: '/contacts/$contact',
  component: lazyRouteComponent(() => import('../pipeline/ContactPage')),
});

const standing = createRoute({
  getParentRoute: () => root,
  path: '/standing',
  validateSearch: standingPlace,
  component: lazyRouteComponent(() => import('../standing/StandingPage')),
});

const team = createRoute({
  getParentRoute: () => root,
  path: '/team',
  component: lazyRouteComponent(() => import('../quota/TeamPage')),
});

const leadsTo = createRoute({
  getParentRoute: () => root,
  path: '/leads-to',
  component: lazyRouteComponent(() => import('../fair/LeadsToPage')),
});

const looks = createRoute({
  getParentRoute: () => root,
  path: '/looks',
  component: lazyRouteComponent(() => import('../fair/LooksPage')),
});

const notice = createRoute({
  getParentRoute: () => root,
  path: '/notice',
  component: lazyRouteComponent(() => import('../fair/NoticePage')),
});

const leaderboard = createRoute({
  getParentRoute: () => root,
  path: '/leaderboard',
  component: lazyRouteComponent(() => import('../fair/LeaderboardPage')),
});

const fairness = createRoute({
  getParentRoute: () => root,
  path: '/settings/fairness',
  component: lazyRouteComponent(() => import('../fair/FairSettingsPage')),
});

const callRecords = createRoute({
  getParentRoute: () => root,
  path: '/settings/call-records',
  component: lazyRouteComponent(() => import('../team/CallRecordsPage')),
});

const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  component: lazyRouteComponent(() => import('../team/PeoplePage')),
});

const person = createRoute({
  getParentRoute: () => root,
  path: '/people/$user',
  component: lazyRouteComponent(() => import('../team/PersonPage')),
});

const aboutMe = createRoute({
  getParentRoute: () => root,
  path: '/me',
  component: lazyRouteComponent(() => import('../team/AboutMePage')),
});

const teams = createRoute({
  getParentRoute: () => root,
  path: '/teams',
  component: lazyRouteComponent(() => import('../team/TeamsPage')),
});

const workingTime = createRoute({
  getParentRoute: () => root,
  path: '/working-time',
  component: lazyRouteComponent(() => import('../team/WorkingTimePage')),
});

const calendar = createRoute({
  getParentRoute: () => root,
  path: '/working-time/$calendar',
  component: lazyRouteComponent(() => import('../team/CalendarPage')),
});

const leave = createRoute({
  getParentRoute: () => root,
  path: '/leave',
  component: lazyRouteComponent(() => import('../team/LeavePage')),
});

const quotas = createRoute({
  getParentRoute: () => root,
  path: '/quotas',
  component: lazyRouteComponent(() => import('../quota/editor/QuotasPage')),
});

const importing = createRoute({
  getParentRoute: () => root,
  path: '/import',
  validateSearch: importSearch,
  component: lazyRouteComponent(() => import('../import/ImportPage')),
});

const selling = [pipeline, opportunity, account, contact, standing] as const;
const fair = [leadsTo, looks, notice, leaderboard, fairness] as const;
const setUp = [
  quotas,
  people,
  person,
  teams,
  workingTime,
  calendar,
  leave,
  importing,
  callRecords,
  aboutMe,
] as const;

const reports = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  validateSearch: reportsSearch,
  component: lazyRouteComponent(() => import('../report/ReportsPage')),
});

const report = createRoute({
  getParentRoute: () => root,
  path: '/reports/$report',
  component: lazyRouteComponent(() => import('../report/ReportPage')),
});

/** The parameters as they are written: an id of 18 digits is text, not a number. */
const parseSearch = (search: string) => Object.fromEntries(new URLSearchParams(search));

function stringifySearch(search: Record<string, unknown>): string {
  const text = new URLSearchParams(
    Object.entries(search).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)] as [string, string]],
    ),
  ).toString();
  return text && `?${text}`;
}

export const router = createRouter({
  parseSearch,
  stringifySearch,
  routeTree: root.addChildren([
    today,
    pace,
    paceOfQuota,
    team,
    reports,
    report,
    ...selling,
    ...fair,
    ...setUp,
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: PageError,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
