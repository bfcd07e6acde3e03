// From the days of a quota's period to points in the unit square of working time.
// `share` is the worked part of the period at the end of that day: days without working minutes take no room, so an
// even plan is a straight line.
export interface PaceDay {
  day: string;
  minutes: number;
  total: number | null;
  plan: number;
  band_low: number;
  band_high: number;
  likely: number | null;
  likely_low: number | null;
  likely_high: number | null;
}

/** What is named beside the quota, below or above it. */
export interface GradeAt {
  key: 'floor' | 'stretch';
  at: number;
}

export interface PaceSeries {
  days: readonly PaceDay[];
  amount: number;
  grades: readonly GradeAt[];
  /** Where the period stands; null before its first day and after its last. */
  now: { day: string; share: number; counted: number; expected: number } | null;
}

export interface PacePoint extends PaceDay {
  share: number;
}

export interface Dot {
  share: number;
  value: number;
}

export interface Span {
  share: number;
  low: number;
  high: number;
}

export function pacePoints(days: readonly PaceDay[]): PacePoint[] {
  const all = days.reduce((sum, day) => sum + day.minutes, 0);
  let worked = 0;
  return days.map((day) => {
    worked += day.minutes;
    return { ...day, share: all > 0 ? worked / all : 0 };
  });
}

const origin = { share: 0, value: 0 };

/** What was done, from 0 at the beginning to now (or to the end of a closed period). */
export function doneLine(points: readonly PacePoint[], series: PaceSeries): Dot[] {
  const { now } = series;
  const past = points.flatMap(({ day, share, total }) =>
    total === null || (now && day >= now.day)
      ? []
      : [{ share: now ? Math.min(share, now.share) : share, value: total }],
  );
  if (past.length === 0 && !now) return [];
  return [origin, ...past, ...(now ? [{ share: now.share, value: now.counted }] : [])];
}

/** Where it goes from now at this pace: the middle, and its range. */
export function likelyLine(points: readonly PacePoint[], series: PaceSeries): (Dot & Span)[] {
  const { now } = series;
  if (!now) return [];
  const coming = points.flatMap(({ share, likely, likely_low, likely_high }) =>
    likely === null || share <= now.share
      ? []
      : [{ share, value: likely, low: likely_low ?? likely, high: likely_high ?? likely }],
  );
  if (coming.length === 0) return [];
  return [{ share: now.share, value: now.counted, low: now.counted, high: now.counted }, ...coming];
}

export function planLine(points: readonly PacePoint[]): Dot[] {
  return points.length === 0
    ? []
    : [origin, ...points.map(({ share, plan }) => ({ share, value: plan }))];
}

export function planBand(points: readonly PacePoint[]): Span[] {
  if (points.length === 0) return [];
  return [
    { share: 0, low: 0, high: 0 },
    ...points.map(({ share, band_low, band_high }) => ({ share, low: band_low, high: band_high })),
  ];
}

/** The highest value that has to fit in. */
export function paceMax(points: readonly PacePoint[], series: PaceSeries): number {
  return points.reduce(
    (max, { total, band_high, likely_high, plan }) =>
      Math.max(max, total ?? 0, band_high, plan, likely_high ?? 0),
    Math.max(series.amount, series.now?.counted ?? 0, ...series.grades.map(({ at }) => at)),
  );
}

/** Whether there is anything to draw: a day with working time and something asked or done. */
export function hasPace(series: PaceSeries): boolean {
  const points = pacePoints(series.days);
  return points.some(({ minutes }) => minutes > 0) && paceMax(points, series) > 0;
}
