type KeyPress = Pick<KeyboardEvent, 'key' | 'code'>;

/** The Latin letter on the key that was pressed, also when the layout is not Latin. */
export function latinLetterOf({ key, code }: KeyPress): string | null {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  const onKey = /^Key([A-Z])$/.exec(code)?.[1];
  return onKey !== undefined && key.length <= 2 ? onKey.toLowerCase() : null;
}

const bracketOn: Partial<Record<string, string>> = { BracketLeft: '[', BracketRight: ']' };

/** The bracket on the key, where the layout has another letter or an accent there. */
function bracketOf({ key, code }: KeyPress): string | null {
  const other = key === 'Dead' || /^[^\x20-\x7e]{1,2}$/.test(key);
  return other ? (bracketOn[code] ?? null) : null;
}

/** What a shortcut is looked up by: a Latin letter, a bracket, or the sign itself. */
export function shortcutOf(press: KeyPress): string {
  return latinLetterOf(press) ?? bracketOf(press) ?? press.key;
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
