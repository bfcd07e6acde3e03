import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { PaceDetail } from '../api/types';
import { type DayBar, DayBars } from '../chart';
import { useFormat } from '../format';
import { useToday } from '../format/useToday';
import { Card, toneOf } from '../ui';
import { bestRun } from './bestRun';
import css from './pace.module.css';

/** What is asked of nobody is no bar. */
const ASKED = new Set(['needed', 'at_start']);

type Bar = Omit<DayBar, 'value' | 'text'> & { value: number | null };

function useBars(pace: PaceDetail): DayBar[] {
  const { t } = useLingui();
  const { number } = useFormat();
  const { needed, so_far, last_10, best_10, at_start } = pace.per_day;
  const bars: Bar[] = [
    {
      key: 'needed',
      label: t`Needed from now`,
      value: needed,
      look: toneOf(pace.state),
      strong: true,
    },
    { key: 'so_far', label: t`So far`, value: so_far, look: 'on' },
    { key: 'last_10', label: t`Last 10 days`, value: last_10, look: 'on' },
    { key: 'best_10', label: t`Best 10 days in a row`, value: best_10, look: 'on' },
    { key: 'at_start', label: t`Set at the start`, value: at_start, look: 'outline' },
  ];
  return bars.flatMap((bar) =>
    bar.value === null || (bar.value <= 0 && ASKED.has(bar.key))
      ? []
      : [{ ...bar, value: bar.value, text: number.much(pace.rule.currency).perDay(bar.value) }],
  );
}

const longest = 10;

/** The best run of as many days as are left, at most ten: like is compared with like. */
function bestOf(pace: PaceDetail, length: number, today: string): number | null {
  if (length < longest) return bestRun(pace.days, length, today);
  return pace.per_day.best_10;
}

/** Whether the need was ever kept, in one sentence. */
function Kept({ pace }: { pace: PaceDetail }) {
  const { t } = useLingui();
  const { number } = useFormat();
  const today = useToday();
  const { needed } = pace.per_day;
  const left = Math.ceil(pace.working_days.left);
  const length = Math.min(left, longest);
  const best_run = bestOf(pace, length, today);
  if (!needed || best_run === null || left === 0) return null;
  const best = number.much(pace.rule.currency).perDay(best_run);
  const need = number.much(pace.rule.currency).perDay(needed);
  const days = number.count(left);
  const run = number.count(length);
  const gave = t`${plural(length, {
    one: `The best day gave ${best}`,
    other: `The best ${run} days in a row gave ${best} a day`,
  })}`;
  const words =
    needed > best_run
      ? t`${plural(left, {
          one: `${gave}; ${need} for ${days} day is new.`,
          other: `${gave}; ${need} for ${days} days is new.`,
        })}`
      : t`${gave}, so ${need} was kept before.`;
  return <p className={css.hint}>{words}</p>;
}

export function PerDay({ pace }: { pace: PaceDetail }) {
  const { t } = useLingui();
  const title = t`Per working day`;
  return (
    <Card title={title}>
      <DayBars title={title} bars={useBars(pace)} />
      <Kept pace={pace} />
    </Card>
  );
}
