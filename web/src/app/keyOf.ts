type KeyPress = Pick<KeyboardEvent, 'key' | 'code'>;

/** The Latin letter on the key that was pressed, also when the layout is not Latin. */
export function latinLetterOf({ key, code }: KeyPress): string | null {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  const onKey = /^Key([A-Z])$/.exec(code)?.[1];
  return onKey !== undefined && key.length <= 2 ? onKey.toLowerCase() : null;
}

/** What a shortcut is looked up by: a Latin letter, or the sign itself. */
export function shortcutOf(press: KeyPress): string {
  return latinLetterOf(press) ?? press.key;
}

const fields = 'input, textarea, select, [contenteditable="true"]';

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(fields) !== null;
}

export function hasModifier(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey;
}

export function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"], [role="menu"]') !== null;
}
