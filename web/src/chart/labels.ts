// Labels that do not cover each other.

export interface Label {
  key: string;
  /** Middle of the label along the axis on which it may be moved. */
  at: number;
  size: number;
}

const GAP_PX = 2;

/** Moves each label along `sign` as far as it takes to stand behind `rim` and apart from the one before. */
function pushed<T extends Label>(labels: readonly T[], sign: 1 | -1, start: number): T[] {
  let rim = start;
  return labels.map((label) => {
    const at = Math.max(label.at * sign, rim + label.size / 2);
    rim = at + label.size / 2 + GAP_PX;
    return { ...label, at: at * sign };
  });
}

/** Moves labels away from the pinned one as little as it takes: they keep their order and stand apart. */
export function spreadLabels<T extends Label>(labels: readonly T[], pinned: string): T[] {
  const sorted = [...labels].sort((a, b) => a.at - b.at);
  const middle = Math.max(
    0,
    sorted.findIndex(({ key }) => key === pinned),
  );
  const down = pushed(sorted.slice(middle), 1, -Infinity);
  const up = pushed(sorted.slice(0, middle + 1).reverse(), -1, -Infinity).slice(1);
  return [...up.reverse(), ...down];
}

/** Moves labels in their order back between two rims, also the pinned one; where there is no room, over the first. */
export function keepInside<T extends Label>(labels: readonly T[], from: number, to: number): T[] {
  const down = pushed(labels, 1, from);
  return pushed(down.reverse(), -1, -to).reverse();
}

export interface RankedLabel extends Label {
  /** The lower, the more it matters. */
  rank: number;
}

/** Leaves out what would touch a label that matters more; the rest keeps its place and its order. */
export function keepClear<T extends RankedLabel>(labels: readonly T[], gap = 12): T[] {
  const kept: T[] = [];
  for (const label of [...labels].sort((a, b) => a.rank - b.rank)) {
    const clear = kept.every(
      (other) => Math.abs(other.at - label.at) >= (other.size + label.size) / 2 + gap,
    );
    if (clear) kept.push(label);
  }
  return labels.filter((label) => kept.includes(label));
}

export type Measure = (text: string, weight?: number) => number;

/** Breaks a text at spaces into lines of at most `width`; a longer word stands alone. */
export function wrapWords(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && measure(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
