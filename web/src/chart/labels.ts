// Labels that do not cover each other.

export interface Label {
  key: string;
  /** Middle of the label along the axis on which it may be moved. */
  at: number;
  size: number;
}

/** Moves labels away from the pinned one as little as it takes: they keep their order and stand `gap` apart. */
export function spreadLabels<T extends Label>(labels: readonly T[], pinned: string, gap = 2): T[] {
  const sorted = [...labels].sort((a, b) => a.at - b.at);
  const middle = Math.max(
    0,
    sorted.findIndex(({ key }) => key === pinned),
  );
  const spread = (sign: 1 | -1) => {
    let rim = -Infinity;
    return (label: T) => {
      const at = Math.max(label.at * sign, rim + label.size / 2);
      rim = at + label.size / 2 + gap;
      return { ...label, at: at * sign };
    };
  };
  const down = sorted.slice(middle).map(spread(1));
  const up = sorted
    .slice(0, middle + 1)
    .reverse()
    .map(spread(-1))
    .slice(1);
  return [...up.reverse(), ...down];
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
