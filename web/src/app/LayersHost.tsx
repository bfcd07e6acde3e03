import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useState, type ReactNode } from 'react';
import { OpenLogContext, type LogStart } from '../activity/openLog';
import { LayersContext } from '../ui/Layers';
import { useShellKeys } from './useShellKeys';

const loadQuickLog = () => import('../activity/QuickLog');
const QuickLog = lazy(loadQuickLog);
const Palette = lazy(() => import('./Palette'));
const HelpSheet = lazy(() => import('./HelpSheet'));

type Open = { what: 'log'; start: LogStart } | { what: 'palette' } | { what: 'help' } | null;

export function LayersHost({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState<Open>(null);
  const navigate = useNavigate();
  const close = () => setOpen(null);
  const layers = useMemo(
    () => ({
      openLog: (start: LogStart = {}) => setOpen({ what: 'log', start }),
      openPalette: () => setOpen({ what: 'palette' }),
      openHelp: () => setOpen({ what: 'help' }),
    }),
    [],
  );
  // The log must stand when the next key is pressed.
  useEffect(() => void loadQuickLog(), []);
  useShellKeys(layers, (to) => void navigate({ to }));

  return (
    <LayersContext value={layers}>
      <OpenLogContext value={layers.openLog}>
        {children}
        <Suspense>
          {open?.what === 'log' && <QuickLog start={open.start} onClose={close} />}
          {open?.what === 'palette' && <Palette onClose={close} />}
          {open?.what === 'help' && <HelpSheet onClose={close} />}
        </Suspense>
      </OpenLogContext>
    </LayersContext>
  );
}
