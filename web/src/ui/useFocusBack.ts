import { type RefObject, useEffect, useRef } from 'react';

const isNowhere = (focused: Element | null) =>
  focused === null || focused === document.body || focused.matches('main');

const buttonIn = (part: Element | undefined) =>
  part?.querySelector<HTMLElement>('button:not(:disabled), a[href]');

/**
 * When this goes away and the focus went with it, what had the focus before gets it back; where that went, too (a button
 * that may be pressed no more), what stands nearest to it.
 */
export function useFocusBack(): void {
  useEffect(() => {
    const before = document.activeElement;
    const around: Element[] = [];
    for (let each = before?.parentElement; each; each = each.parentElement)
      if (each.matches('li, section')) around.push(each);
    return () => {
      if (!isNowhere(document.activeElement)) return;
      const there = around.filter(({ isConnected }) => isConnected);
      const next =
        before instanceof HTMLElement && before.isConnected
          ? before
          : there.map(buttonIn).find((button) => button !== null && button !== undefined);
      next?.focus({ preventScroll: true });
    };
  }, []);
}

/** Of the button that makes room for what it opens: it has the focus again when that is closed. */
export function useOpener(open: boolean): RefObject<HTMLButtonElement | null> {
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    if (wasOpen.current && !open && isNowhere(document.activeElement)) opener.current?.focus();
    wasOpen.current = open;
  }, [open]);
  return opener;
}

/** A form in the place of the button that opened it is where the keyboard goes on, and is said by its name. */
export function useFocusInto<Part extends HTMLElement>(): RefObject<Part | null> {
  const part = useRef<Part>(null);
  useEffect(() => {
    if (isNowhere(document.activeElement)) part.current?.focus({ preventScroll: true });
  }, []);
  return part;
}
