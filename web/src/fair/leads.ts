import { addDays } from '../format/date';
import type { ChannelWeek, Chance, Day, LeadsToRow } from '../api/types';

export const spans = [28, 56, 91] as const;
export const withins = [7, 14, 30] as const;

/** The days that end today, half-open. */
export const spanOf = (today: Day, days: number) => ({
  from: addDays(today, 1 - days),
  to: addDays(today, 1),
});

export interface ChannelLine {
  kind: string;
  /** Of all activities in all weeks. */
  share: number;
  /** One for each week; null in a week without any activity. */
  shares: readonly (number | null)[];
}

/** The share of each kind week by week, the most frequent first. */
export function channelLines(weeks: readonly ChannelWeek[]): ChannelLine[] {
  const all = weeks.reduce((sum, week) => sum + week.activities, 0);
  const counts = new Map<string, number>();
  for (const { channels } of weeks)
    for (const { kind, activities } of channels)
      counts.set(kind, (counts.get(kind) ?? 0) + activities);
  return [...counts]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .map(([kind, n]) => ({
      kind,
      share: n / all,
      shares: weeks.map(({ activities, channels }) =>
        activities === 0 ? null : (channels.find((each) => each.kind === kind)?.share ?? 0),
      ),
    }));
}

/** What a chance may be said to be: nothing over nothing, no verdict over a few. */
export type Telling = 'nothing' | 'too_few' | 'told';

export const tellingOf = ({ of, too_few }: Chance): Telling =>
  of === 0 ? 'nothing' : too_few ? 'too_few' : 'told';

export const rowKey = ({ kind, outcome }: Pick<LeadsToRow, 'kind' | 'outcome'>) =>
  `${kind} ${outcome ?? 'none'}`;
