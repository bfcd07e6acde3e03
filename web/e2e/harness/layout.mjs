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
      const dots = style.textOverflow === 'ellipsis';
      // Dots stand where the padding begins, everything else is cut at the edge.
      const within = (edge) => slack_px - (dots ? parseFloat(style[`padding${edge}`]) : 0);
      const sideways =
        words.right > frame.right + within('Right') || words.left < frame.left - within('Left');
      const upright = words.bottom > frame.bottom + 3 || words.top < frame.top - 3;
      const whole = () => box.closest('[title]')?.title || box.querySelector('[title]')?.title;
      if (sideways && cuts(style.overflowX) && !scrolls(style.overflowX)) {
        return dots && whole() ? '' : 'sideways';
      }
      if (upright && cuts(style.overflowY) && !scrolls(style.overflowY)) {
        return style.webkitLineClamp !== 'none' && whole() ? '' : 'upright';
      }
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

/** Words that run out of their box, marks and words of a chart that meet its edge or each other, buttons on buttons. */
export const crowdedParts = (page) =>
  page.evaluate(() => {
    const slack_px = 1.5;
    const scrolls = (style) => style === 'auto' || style === 'scroll';
    const isShown = (element) => {
      const { width, height } = element.getBoundingClientRect();
      return width > 1.5 && height > 1.5 && element.checkVisibility({ opacityProperty: true });
    };
    const named = (element) =>
      `"${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 50)}"`;
    const ancestors = function* (element) {
      for (let each = element; each !== null; each = each.parentElement) yield each;
    };
    const isScrolled = (element) =>
      ancestors(element).some((each) => scrolls(getComputedStyle(each).overflowX));
    /** By how much two boxes lie on each other, in the narrower of the two directions. */
    const shared = (a, b) =>
      Math.min(
        Math.min(a.right, b.right) - Math.max(a.left, b.left),
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
      );
    const found = new Map();
    const tell = (place, words) => found.has(place) || found.set(place, words);

    function wordsIn(element) {
      const range = document.createRange();
      const texts = [...element.childNodes].filter(
        (node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '',
      );
      if (texts.length === 0) return null;
      range.setStart(texts[0], 0);
      range.setEnd(texts.at(-1), texts.at(-1).length);
      return range.getBoundingClientRect();
    }

    for (const element of document.querySelectorAll('body *')) {
      if (element instanceof SVGElement || element.closest('[inert], select, script, style'))
        continue;
      const words = wordsIn(element);
      if (words === null || words.width === 0 || !isShown(element)) continue;
      for (const box of ancestors(element)) {
        const { display, overflowX, overflowY, position, textOverflow } = getComputedStyle(box);
        if (display === 'inline' || display === 'contents') continue;
        if (scrolls(overflowX) || scrolls(overflowY) || textOverflow === 'ellipsis') break; // `cutTexts` judges it
        const frame = box.getBoundingClientRect();
        const out = Math.max(words.right - frame.right, frame.left - words.left);
        if (out > slack_px) {
          const name = `${named(element)} runs ${Math.round(out)} px out of its box`;
          tell(`box ${box.className}`, `${name} (.${box.className})`);
          break;
        }
        if (position !== 'static' && position !== 'relative') break;
      }
    }

    for (const svg of document.querySelectorAll('svg')) {
      if (!isShown(svg)) continue;
      const frame = svg.getBoundingClientRect();
      const texts = [...svg.querySelectorAll('text')]
        .filter((text) => text.textContent.trim() !== '' && isShown(text))
        .map((text) => ({ text, box: text.getBoundingClientRect() }));
      for (const [at, { text, box }] of texts.entries()) {
        const out = Math.max(
          box.right - frame.right,
          frame.left - box.left,
          box.bottom - frame.bottom,
          frame.top - box.top,
        );
        const visible = getComputedStyle(svg).overflow === 'visible';
        if (out > slack_px && !visible) {
          tell(`svg ${named(text)}`, `${named(text)} runs ${Math.round(out)} px out of its chart`);
        }
        const on = texts.slice(at + 1).find((other) => shared(box, other.box) > 3);
        if (on) tell(`on ${named(text)}`, `${named(text)} lies on ${named(on.text)} in a chart`);
      }
    }

    /** What scrolls or lies above the rest: only within one such layer do two things belong beside each other. */
    const layerOf = (element) =>
      ancestors(element.parentElement).find(
        (each) =>
          scrolls(getComputedStyle(each).overflowY) ||
          ['fixed', 'sticky'].includes(getComputedStyle(each).position) ||
          ['dialog', 'menu', 'listbox'].includes(each.getAttribute('role')),
      );
    /** A button in the field that it belongs to. */
    const isWithin = (inner, outer) =>
      outer.element.matches('input, textarea') &&
      inner.box.left >= outer.box.left &&
      inner.box.right <= outer.box.right + slack_px;
    /** It waits above the screen until the keyboard comes to it. */
    const isAway = (element, { bottom }) =>
      bottom <= 0 && getComputedStyle(element).position === 'fixed';
    const isOneChoice = (a, b) => a.closest('label') && a.closest('label') === b.closest('label');

    const buttons = [
      ...document.querySelectorAll('button, a[href], input, select, textarea, [role="option"]'),
    ]
      .filter((element) => isShown(element) && !element.closest('[inert]'))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ element, box }) => !isAway(element, box));
    for (const [at, one] of buttons.entries()) {
      const off = Math.max(one.box.right - window.innerWidth, -one.box.left);
      if (off > slack_px && !isScrolled(one.element)) {
        const name = named(one.element);
        tell(`off ${name}`, `${name} is ${Math.round(off)} px beyond the screen`);
      }
      for (const other of buttons.slice(at + 1)) {
        if (shared(one.box, other.box) <= 3) continue;
        if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
        if (layerOf(one.element) !== layerOf(other.element)) continue;
        if (isWithin(one, other) || isWithin(other, one)) continue;
        if (isOneChoice(one.element, other.element)) continue;
        const [a, b] = [named(one.element), named(other.element)];
        tell(`over ${a}`, `${a} and ${b} lie on each other`);
      }
    }
    return [...found.values()];
  });
