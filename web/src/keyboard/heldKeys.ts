import { isTyping } from './keyOf';

interface Press {
  key: string;
  code: string;
}

const patience_ms = 3000;

let held: Press[] | null = null;
let giveUp: ReturnType<typeof setTimeout> | undefined;

function hold(event: KeyboardEvent): void {
  const { key, code } = event;
  const isSign = key.length <= 2 || key === 'Enter';
  if (!event.isTrusted || !isSign || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  held?.push({ key, code });
}

function stopHolding(): void {
  clearTimeout(giveUp);
  window.removeEventListener('keydown', hold, { capture: true });
  held = null;
}

/** From now on keys are kept for the dialog that is about to open: a quick typist does not wait for it. */
export function holdKeys(): void {
  if (held !== null) return;
  held = [];
  giveUp = setTimeout(stopHolding, patience_ms);
  window.addEventListener('keydown', hold, { capture: true });
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Gives the kept keys, in their order, to whatever has the focus by then. */
export async function replayKeys(type: (sign: string) => void): Promise<void> {
  await nextFrame();
  for (let press = held?.shift(); press !== undefined; press = held?.shift()) {
    const focused = document.activeElement;
    if (press.key !== 'Enter' && isTyping(focused)) type(press.key);
    else {
      const init = { ...press, bubbles: true, cancelable: true };
      focused?.dispatchEvent(new KeyboardEvent('keydown', init));
    }
    await nextFrame();
    await nextFrame();
  }
  stopHolding();
}
