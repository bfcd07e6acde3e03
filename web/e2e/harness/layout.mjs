// What a person would see as broken: a page that scrolls sideways, words that are cut off.

export const sidewaysScroll = (page) =>
  page.evaluate(() => {
    const { scrollWidth } = document.scrollingElement;
    return Math.max(0, scrollWidth - window.innerWidth);
  });

/** Texts that a box cuts off without an ellipsis and a title that holds the whole. */
export const cutTexts = (page) =>
  page.evaluate(() => {
    const slack_px = 1.5;
    const cuts = (style) => style !== 'visible';
    const scrolls = (style) => style === 'auto' || style === 'scroll';

    function isHidden(element) {
      const { width, height } = element.getBoundingClientRect();
      // 1 by 1 px: words for screen readers only.
      return width <= 1.5 || height <= 1.5 || !element.checkVisibility({ opacityProperty: true });
    }

    /** How the box hides a part of the words: null when it does not, '' when a title tells the rest. */
    function cutBy(box, words) {
      const style = getComputedStyle(box);
      const frame = box.getBoundingClientRect();
      const sideways = words.right > frame.right + slack_px || words.left < frame.left - slack_px;
      const upright = words.bottom > frame.bottom + 3 || words.top < frame.top - 3;
      if (sideways && cuts(style.overflowX) && !scrolls(style.overflowX)) {
        const whole = box.closest('[title]')?.title || box.querySelector('[title]')?.title;
        return style.textOverflow === 'ellipsis' && whole ? '' : 'sideways';
      }
      if (upright && cuts(style.overflowY) && !scrolls(style.overflowY)) return 'upright';
      return null;
    }

    function howCut(node) {
      const range = document.createRange();
      range.selectNodeContents(node);
      const words = range.getBoundingClientRect();
      if (words.width === 0) return null;
      let scrolled = false;
      for (let box = node.parentElement; box !== null; box = box.parentElement) {
        if (box === document.documentElement) break;
        const style = getComputedStyle(box);
        if (scrolls(style.overflowX) || scrolls(style.overflowY)) scrolled = true;
        if (scrolled) break;
        if (style.display === 'inline' || box instanceof SVGElement) continue;
        const how = cutBy(box, words);
        if (how === '') return null;
        if (how !== null)
          return `${how} by ${Math.round(words.width)} in ${Math.round(box.getBoundingClientRect().width)} px`;
        if (style.position === 'fixed') break;
      }
      const off = Math.max(words.right - window.innerWidth, -words.left);
      return !scrolled && off > slack_px ? `${Math.round(off)} px beyond the screen` : null;
    }

    const found = new Map();
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
      const text = node.data.trim();
      const element = node.parentElement;
      if (text === '' || element.closest('script, style, noscript, option, [inert]')) continue;
      if (isHidden(element)) continue;
      const how = howCut(node);
      if (how === null) continue;
      const others = found.get(element.className)?.times ?? 0;
      found.set(element.className, { words: `"${text.slice(0, 60)}" ${how}`, times: others + 1 });
    }
    return [...found].map(([at, { words, times }]) => `${words} (.${at}, ${times} times)`);
  });

/** Waits until nothing moves: dialogs have come in, figures have counted up. */
export const settle = (page) =>
  page.evaluate(async () => {
    await document.fonts.ready;
    const ends = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
      .map(({ finished }) => finished.catch(() => undefined));
    await Promise.race([Promise.all(ends), new Promise((done) => setTimeout(done, 1500))]);
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
