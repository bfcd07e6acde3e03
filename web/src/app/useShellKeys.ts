import { useEffect, useRef } from 'react';
import { useSession } from '../session/useSession';
import { holdKeys } from '../keyboard/heldKeys';
import { isDialogOpen, isTyping, shortcutOf } from '../keyboard/keyOf';
import type { Layers } from '../ui/Layers';
import type { OpenLog } from '../activity/openLog';
import { pagesFor, type Page } from './pages';
import { moveInRows, openEvidence, openRow, openRowMenu } from './rows';
import { useKeys } from '../keyboard/useKeys';

const sequence_ms = 1500;

function usePaletteKey(openPalette: () => void): void {
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || shortcutOf(event) !== 'k') return;
      event.preventDefault();
      if (isDialogOpen()) return;
      holdKeys();
      openPalette();
    }
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [openPalette]);
}

/** G and then the letter of a page; any other key ends the wait. */
function useJumpKeys(goTo: (page: Page['to']) => void): void {
  const pages = pagesFor(useSession().user.role);
  const latest = useRef({ pages, goTo });
  useEffect(() => {
    latest.current = { pages, goTo };
  });
  useEffect(() => {
    let asked = -Infinity;
    function press(event: KeyboardEvent): void {
      if (isTyping(event.target) || isDialogOpen() || event.ctrlKey || event.metaKey) return;
      const letter = shortcutOf(event);
      const waiting = event.timeStamp - asked < sequence_ms;
      asked = letter === 'g' ? event.timeStamp : -Infinity;
      if (!waiting) return;
      const page = latest.current.pages.find((each) => each.letter === letter);
      if (page === undefined) return;
      event.preventDefault();
      latest.current.goTo(page.to);
    }
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, []);
}

export function useShellKeys(
  layers: Layers & { openLog: OpenLog },
  goTo: (page: Page['to']) => void,
): void {
  usePaletteKey(layers.openPalette);
  useJumpKeys(goTo);
  useKeys({
    l: () => {
      holdKeys();
      layers.openLog();
    },
    '?': layers.openHelp,
    '؟': layers.openHelp,
    j: () => moveInRows(1),
    k: () => moveInRows(-1),
    ArrowDown: () => moveInRows(1),
    ArrowUp: () => moveInRows(-1),
    e: openEvidence,
    '.': openRowMenu,
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => event.key === 'Enter' && openRow(event);
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
