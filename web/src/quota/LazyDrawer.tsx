import { lazy, Suspense, useEffect } from 'react';
import type { EvidenceDrawerProps } from './EvidenceDrawer';
import { useFocusBack } from '../ui/useFocusBack';

const load = () => import('./EvidenceDrawer');
const EvidenceDrawer = lazy(load);

/** The drawer comes on its own, after the page that opens it; the figure is remembered before it is there. */
export function LazyDrawer(props: EvidenceDrawerProps) {
  useFocusBack();
  return (
    <Suspense>
      <EvidenceDrawer {...props} />
    </Suspense>
  );
}

/** Fetches the drawer once the page stands, so that it opens without a wait. */
export function useDrawerAhead(): void {
  useEffect(() => {
    const timer = setTimeout(() => void load(), 500);
    return () => clearTimeout(timer);
  }, []);
}
