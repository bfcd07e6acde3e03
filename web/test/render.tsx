import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { Session } from '../src/api/types';
import { loadCatalogue } from '../src/i18n/catalogue';
import type { Language } from '../src/i18n/languages';
import { SignedIn } from '../src/session/SignedIn';

export const session: Session = {
  user: {
    user_id: '3',
    name: 'Elena Petrova',
    email: 'elena@example.com',
    role: 'rep',
    zone: 'Europe/Sofia',
    team: null,
    phones: [],
  },
  organisation: {
    org_id: '1',
    name: 'Brightline',
    zone: 'Europe/Sofia',
    currency: 'EUR',
    week_start: 'monday',
    demonstration: false,
    monitoring: 'full',
    leaderboard: false,
  },
  csrf_token: 'token',
  schema: 1,
  newest_change: '0',
};

/** Renders inside everything that App puts around a page, signed in as a rep. */
export async function renderIn(children: ReactNode, language: Language = 'en') {
  i18n.loadAndActivate({ locale: language, messages: await loadCatalogue(language) });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <MantineProvider env="test">
      <I18nProvider i18n={i18n}>
        <QueryClientProvider client={queries}>
          <SignedIn session={session}>{children}</SignedIn>
        </QueryClientProvider>
      </I18nProvider>
    </MantineProvider>,
  );
}
