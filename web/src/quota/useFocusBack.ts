import { useEffect } from 'react';

const isNowhere = (focused: Element | null) =>
  focused === null || focused === document.body || focused.matches('main');

/** When this goes away and the focus went with it, what had the focus before gets it back. */
export function useFocusBack(): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (!isNowhere(document.activeElement)) return;
      if (before instanceof HTMLElement && before.isConnected)
        before.focus({ preventScroll: true });
    };
  }, []);
}
