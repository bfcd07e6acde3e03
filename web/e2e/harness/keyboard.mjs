// Keys as a person presses them, and the page's own record of them.

/** What is printed on the keys of an Arabic keyboard where Latin ones have these letters. */
const arabicLayout = {
  l: 'م',
  k: 'ن',
  g: 'ل',
  p: 'ح',
  t: 'ف',
  e: 'ث',
  j: 'ت',
  '?': '؟',
  '[': 'ج',
  ']': 'د',
};

/** Where a key is that carries no letter on a Latin keyboard. */
const codes = { '?': 'Slash', '[': 'BracketLeft', ']': 'BracketRight' };

/** From one key to the next of somebody who types very well: 120 words a minute and more. */
const quick_ms = 80;

export const recordKeys = () => {
  window.pressedKeys = [];
  window.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted) return;
      const at = Date.now() - (performance.now() - event.timeStamp);
      window.pressedKeys.push({ key: event.key, at });
    },
    { capture: true },
  );
};

export function keyboardOf(page, language) {
  let session;

  async function pressSign(sign, code) {
    session ??= await page.context().newCDPSession(page);
    const key = { key: sign, code };
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', text: sign, ...key });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  }

  /** A key of a shortcut: on the Arabic keyboard it carries another sign. */
  async function shortcut(letter) {
    const sign = language === 'ar' ? arabicLayout[letter] : undefined;
    if (sign === undefined) await page.keyboard.press(letter);
    else await pressSign(sign, codes[letter] ?? `Key${letter.toUpperCase()}`);
  }

  return {
    shortcut,
    /** A sign that the page shows on a key, typed where its alphabet has it. */
    sign: (sign) => (/^[\x20-\x7e]$/.test(sign) ? page.keyboard.press(sign) : pressSign(sign, '')),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text, { delay: quick_ms }),
    pause: () => page.waitForTimeout(quick_ms),
    pressed: () => page.evaluate(() => window.pressedKeys),
  };
}
