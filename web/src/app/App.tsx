import { DirectionProvider, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { KeptEntries } from '../activity/KeptEntries';
import { LanguageProvider } from '../i18n/LanguageProvider';
import { SessionGate } from '../session/SessionGate';
import { DirectionFollower } from './DirectionFollower';
import { JoinGate } from './JoinGate';
import { styleNonce } from './nonce';
import { createQueryClient } from './queryClient';
import { router } from './router';
import { theme, variables } from './theme';

const queryClient = createQueryClient();

export function App() {
  return (
    <DirectionProvider>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={variables}
        defaultColorScheme="auto"
        getStyleNonce={styleNonce}
      >
        <LanguageProvider>
          <DirectionFollower />
          <QueryClientProvider client={queryClient}>
            <JoinGate>
              <SessionGate notice={<KeptEntries />}>
                <RouterProvider router={router} />
              </SessionGate>
            </JoinGate>
          </QueryClientProvider>
        </LanguageProvider>
      </MantineProvider>
    </DirectionProvider>
  );
}
