import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  type RouteComponent,
  RouterProvider,
} from '@tanstack/react-router';
import { configure } from '@testing-library/react';
import { vi } from 'vitest';
import type { Language } from '../src/i18n/languages';
import { renderIn } from './render';

// Whole pages, with parts that are fetched on their own, on machines that do other things as well.
vi.setConfig({ testTimeout: 20_000 });
configure({ asyncUtilTimeout: 5_000 });
vi.stubGlobal('scrollTo', () => undefined);

/** Renders a page at an address, with the addresses that pages of this folder lead to. */
export async function renderPage(page: RouteComponent, at: string, language: Language = 'en') {
  const root = createRootRoute();
  const paths = [
    '/pace',
    '/pace/$quota',
    '/team',
    '/reports',
    '/reports/$report',
    '/notice',
    '/import',
  ] as const;
  const routes = paths.map((path) =>
    createRoute({ getParentRoute: () => root, path, component: page }),
  );
  const router = createRouter({
    routeTree: root.addChildren(routes),
    history: createMemoryHistory({ initialEntries: [at] }),
  });
  await renderIn(<RouterProvider router={router} />, language);
  return router;
}
