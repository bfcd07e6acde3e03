import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export interface Odds {
  part: number;
  of: number;
}

function friendly(n: number): number {
  if (n <= 12) return n;
  const step = n <= 40 ? 5 : 10;
  return Math.round(n / step) * step;
}

/** 0.12 is 1 in 8, 0.3 is 3 in 10; the ends of the scale have no odds. */
export function oddsOf(chance: number): Odds | null {
  if (chance < 0.01 || chance > 0.99) return null;
  if (chance < 0.275) return { part: 1, of: friendly(Math.round(1 / chance)) };
  if (chance < 0.945) return { part: Math.round(chance * 10), of: 10 };
  if (chance < 0.975) return { part: 19, of: 20 };
  return { part: Math.round(chance * 100), of: 100 };
}

export interface ChanceFormat {
  /** In a sentence or chip: "1 in 8", "< 1%". */
  odds(chance: number): string;
  /** In a table: "12%", "> 99%". */
  percent(chance: number): string;
  /** The same where there is room for figures only. */
  percentShort(chance: number): string;
  /** "unlikely" */
  words(chance: number): string;
  /** "17 to 60" */
  range(low: string, high: string): string;
  /** "17 to 60 in 8 cases of 10" */
  rangeWithCases(low: string, high: string): string;
}

const scale = [
  { below: 0.05, word: msg`very unlikely` },
  { below: 0.2, word: msg`unlikely` },
  { below: 0.4, word: msg`less likely than not` },
  { below: 0.6, word: msg`a coin flip` },
  { below: 0.8, word: msg`likely` },
  { below: 0.95, word: msg`very likely` },
];

export function chanceFormat(i18n: I18n, percent: (share: number) => string): ChanceFormat {
  const inPercent = (chance: number) => {
    if (chance < 0.01) return i18n._(msg({ message: '< 1%', context: 'chance' }));
    if (chance > 0.99) return i18n._(msg({ message: '> 99%', context: 'chance' }));
    return percent(chance);
  };
  return {
    percent: inPercent,
    percentShort: (chance) => {
      if (chance < 0.01) return `< ${percent(0.01)}`;
      return chance > 0.99 ? `> ${percent(0.99)}` : percent(chance);
    },
    odds: (chance) => {
      const odds = oddsOf(chance);
      if (odds === null) return inPercent(chance);
      const { part, of } = odds;
      return i18n._(msg({ message: `${part} in ${of}`, context: 'chance' }));
    },
    words: (chance) => {
      const step = scale.find(({ below }) => chance < below);
      return i18n._(step?.word ?? msg`almost certain`);
    },
    range: (low, high) => i18n._(msg`${low} to ${high}`),
    rangeWithCases: (low, high) => i18n._(msg`${low} to ${high} in 8 cases of 10`),
  };
}
