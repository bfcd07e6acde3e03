// Why something else is asked than of a period without exceptions: "250 for 5 days, less 1 holiday".
import type { MessageDescriptor } from '@lingui/core';
import { msg, plural } from '@lingui/core/macro';
import type { PaceDetail } from '../api/types';
import { fullTimeDays } from './workedMinutes';
import type { Words } from './words';

type Part = PaceDetail['proration'][number];

type Prorated = Pick<PaceDetail, 'amount' | 'amount_full' | 'proration' | 'working_days' | 'days'>;

const tenths = (value: number) => Math.round(value * 10) / 10;

function partWords(why: Part['why'], days: number, { i18n, format }: Words): string {
  const n = format.number.count(days);
  switch (why) {
    case 'holiday':
      return i18n._(
        msg({ message: plural(days, { one: `${n} holiday`, other: `${n} holidays` }) }),
      );
    case 'moved_day':
      return i18n._(
        msg({
          message: plural(days, {
            one: `${n} moved working day`,
            other: `${n} moved working days`,
          }),
        }),
      );
    case 'before_start':
      return i18n._(
        msg({
          message: plural(days, {
            one: `${n} day before the quota began`,
            other: `${n} days before the quota began`,
          }),
        }),
      );
  }
}

interface Lost {
  why: Part['why'];
  days: number;
}

function listed(parts: readonly Lost[], words: Words): string {
  return parts
    .map(({ why, days }) => partWords(why, Math.abs(days), words))
    .reduce((list, next) => (list === '' ? next : words.i18n._(msg`${list}, ${next}`)), '');
}

/** Where the length of a day is not known: what was taken off, without how much. */
const UNCOUNTED: Record<Part['why'], MessageDescriptor> = {
  holiday: msg({ message: `holidays`, context: 'why a quota is less' }),
  moved_day: msg({ message: `moved working days`, context: 'why a quota is more' }),
  before_start: msg({ message: `the days before it began`, context: 'why a quota is less' }),
};

function uncounted({ amount_full, proration }: Prorated, { i18n, format }: Words): string {
  const full = format.number.count(amount_full);
  const why = proration
    .map((part) => i18n._(UNCOUNTED[part.why]))
    .reduce((list, next) => i18n._(msg`${list}, ${next}`));
  return i18n._(msg`${full} for the whole period; changed by ${why}`);
}

/** Null when nothing was taken off or added. */
export function prorationWords(pace: Prorated, words: Words): string | null {
  if (pace.proration.length === 0 || pace.amount === pace.amount_full) return null;
  const { i18n, format } = words;
  const lost = pace.proration.flatMap(({ why, minutes }) => {
    const days = fullTimeDays(minutes, pace);
    return days === null ? [] : [{ why, days: tenths(days) }];
  });
  if (lost.length === 0) return uncounted(pace, words);
  const total = tenths(lost.reduce((sum, part) => sum + part.days, pace.working_days.total));
  const full = format.number.count(pace.amount_full);
  const days = format.number.count(total);
  const whole = i18n._(
    msg({
      message: plural(total, { one: `${full} for ${days} day`, other: `${full} for ${days} days` }),
    }),
  );
  const taken = lost.filter(({ days }) => days > 0);
  const added = lost.filter(({ days }) => days < 0);
  const less = listed(taken, words);
  const more = listed(added, words);
  if (added.length === 0) return i18n._(msg`${whole}, less ${less}`);
  if (taken.length === 0) return i18n._(msg`${whole}, plus ${more}`);
  return i18n._(msg`${whole}, less ${less}, plus ${more}`);
}
