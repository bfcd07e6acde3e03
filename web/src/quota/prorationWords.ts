// Why something else is asked than of a period without exceptions: "250 for 5 days, less 1 holiday".
import { msg, plural } from '@lingui/core/macro';
import type { Pace, PaceDay } from '../api/types';
import type { Words } from './words';

type Part = Pace['proration'][number];

type Prorated = Pick<Pace, 'amount' | 'amount_full' | 'proration' | 'working_days'> & {
  days?: readonly Pick<PaceDay, 'minutes'>[];
};

const USUAL_DAY_MIN = 480;

/** Minutes of one full-time day: the longest of the period, where its days are known. */
const fullDay = ({ days = [] }: Prorated) =>
  Math.max(0, ...days.map(({ minutes }) => minutes)) || USUAL_DAY_MIN;

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

/** Null when nothing was taken off or added. */
export function prorationWords(pace: Prorated, words: Words): string | null {
  if (pace.proration.length === 0 || pace.amount === pace.amount_full) return null;
  const { i18n, format } = words;
  const day = fullDay(pace);
  const lost = pace.proration.map(({ why, minutes }) => ({ why, days: tenths(minutes / day) }));
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
