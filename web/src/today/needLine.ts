import type { I18n } from '@lingui/core';
import { msg, plural } from '@lingui/core/macro';
import type { Pace } from '../api/types';
import { lastDayOf, type Format } from '../format';

type Formats = Pick<Format, 'number' | 'date'>;

/** Which day the last working day is, the server does not say; today it is only where the period is a day. */
function lastDayWords({ period_kind, period }: Pace, date: Format['date'], i18n: I18n): string {
  if (period_kind === 'day') return i18n._(msg`today`);
  const day = date.day(lastDayOf(period));
  return i18n._(msg({ message: `by ${day}`, context: 'how many are needed until a day' }));
}

/** What it takes from now on: "62 in 23 days: 2.7 a day, so far 2.2". */
export function needLine(pace: Pace, { number, date }: Formats, i18n: I18n): string {
  const { state, amount, counted, working_days, needed_per_day, so_far_per_day } = pace;
  if (amount === 0 || state === 'excused') return i18n._(msg`nothing is asked this period`);
  const much = number.much(pace.rule.currency);
  const soFar = much.perDay(so_far_per_day ?? 0);
  const left = much.count(amount - counted);
  if (counted >= amount) return i18n._(msg`so far ${soFar} a day`);
  if (state === 'missed') return i18n._(msg`${left} were missing at the end`);
  const days = Math.ceil(working_days.left);
  if (days === 0) return i18n._(msg`${left} missing, no working day left`);
  if (days <= 1) {
    const when = lastDayWords(pace, date, i18n);
    return so_far_per_day === null
      ? i18n._(msg`${left} ${when}`)
      : i18n._(msg`${left} ${when}, usual day ${soFar}`);
  }
  const needed = much.perDay(needed_per_day ?? 0);
  if (so_far_per_day === null) {
    return i18n._(
      msg({
        message: plural(days, {
          one: `${left} in # day: ${needed} a day`,
          other: `${left} in # days: ${needed} a day`,
        }),
      }),
    );
  }
  return i18n._(
    msg({
      message: plural(days, {
        one: `${left} in # day: ${needed} a day, so far ${soFar}`,
        other: `${left} in # days: ${needed} a day, so far ${soFar}`,
      }),
    }),
  );
}
