// The figures of a standing that the picture and the sentence share.
import type { Standing } from '../api/pipelineTypes';
import type { Day } from '../api/types';

export interface Figures {
  sold: number;
  /** From new customers and from those one has. */
  low: number;
  mean: number;
  high: number;
  quota: number | null;
  to_build: number;
  /** By how much the quota is passed on average. */
  over: number;
}

export function figuresOf({ sold, expected, book, quota }: Standing): Figures {
  const both = (end: 'low' | 'mean' | 'high') =>
    expected[end].amount_minor + book[end].amount_minor;
  const mean = both('mean');
  const asked = quota?.amount_minor ?? null;
  const left = asked === null ? 0 : asked - sold.amount_minor - mean;
  return {
    sold: sold.amount_minor,
    low: both('low'),
    mean,
    high: both('high'),
    quota: asked,
    to_build: Math.max(0, left),
    over: Math.max(0, -left),
  };
}

export type SegmentKind = 'sold' | 'low' | 'mean' | 'high' | 'to_build';

export interface Segment {
  kind: SegmentKind;
  /** Of the whole picture, 0 to 1. */
  from: number;
  to: number;
}

/** One scale of money from nothing to the quota, or to as far as the open ones may reach. Empty: there is nothing. */
export function segmentsOf(figures: Figures): {
  segments: readonly Segment[];
  quota_at: number | null;
} {
  const { sold, low, mean, high, quota, to_build } = figures;
  const whole = Math.max(sold + high, quota ?? 0, 1);
  const ends: [SegmentKind, number, number][] = [
    ['sold', 0, sold],
    ['low', sold, sold + low],
    ['mean', sold + low, sold + mean],
    ['high', sold + mean, sold + high],
    ['to_build', sold + mean, sold + mean + to_build],
  ];
  return {
    segments: ends
      .filter(([, from, to]) => to > from)
      .map(([kind, from, to]) => ({ kind, from: from / whole, to: to / whole })),
    quota_at: quota === null ? null : quota / whole,
  };
}

export interface PeriodChoice {
  key: string;
  kind: 'quarter' | 'month';
  from: Day;
  to: Day;
}

const dayOf = (year: number, month: number): Day => {
  const date = new Date(Date.UTC(year, month, 1));
  return date.toISOString().slice(0, 10);
};

/** The quarter of the day, the one after it and four before; the same of months. The newest first. */
export function periodsAround(day: Day): readonly PeriodChoice[] {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1];
  const span = (kind: PeriodChoice['kind'], back: number): PeriodChoice => {
    const months = kind === 'quarter' ? 3 : 1;
    const first = kind === 'quarter' ? month - (month % 3) : month;
    const from = dayOf(year, first - back * months);
    const to = dayOf(year, first - (back - 1) * months);
    const quarter = Math.floor((Number(from.slice(5, 7)) - 1) / 3) + 1;
    const key = kind === 'quarter' ? `${from.slice(0, 4)}-Q${quarter}` : from.slice(0, 7);
    return { key, kind, from, to };
  };
  const backs = [-1, 0, 1, 2, 3, 4];
  return [
    ...backs.map((back) => span('quarter', back)),
    ...backs.map((back) => span('month', back)),
  ];
}
