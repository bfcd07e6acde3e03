// Why something else is asked than of a period without exceptions: "250 for 5 days, less 1 holiday, 1 day away".
import { msg, plural } from '@lingui/core/macro';
import type { Pace } from '../api/types';
import { type Part, partWords } from './partWords';
import type { Words } from './words';

type Prorated = Pick<
  Pace,
  'amount' | 'amount_full' | 'proration' | 'minutes_full' | 'full_day_minutes'
> & { rule?: Pick<Pace['rule'], 'currency'>; currency?: string | null };

/** The full amount is that of the days on which the quota asks; on these it does not. */
const isUnasked = ({ why }: Part) => why === 'before_start' || why === 'not_asked';

/** Minutes as full-time days in tenths, never 0: what is too little to be seen is still something. */
const daysOf = (minutes: number, { full_day_minutes }: Prorated) =>
  Math.max(0.1, Math.round((Math.abs(minutes) / full_day_minutes) * 10) / 10);

/** "250 for 5 days", "100 for 2 of 5 days". */
function wholeWords(pace: Prorated, unasked: readonly Part[], { i18n, format }: Words): string {
  const minutes = unasked.reduce((rest, part) => rest - part.minutes, pace.minutes_full);
  const total = daysOf(pace.minutes_full, pace);
  const asked = daysOf(minutes, pace);
  const full = format.number
    .much(pace.rule?.currency ?? pace.currency ?? null)
    .count(pace.amount_full);
  const days = format.number.count(asked);
  const all = format.number.count(total);
  const whole =
    unasked.length === 0
      ? msg({
          message: plural(asked, {
            one: `${full} for ${days} day`,
            other: `${full} for ${days} days`,
          }),
        })
      : msg({
          message: plural(total, {
            one: `${full} for ${days} of ${all} day`,
            other: `${full} for ${days} of ${all} days`,
          }),
        });
  return i18n._(whole);
}

function listed(parts: readonly Part[], pace: Prorated, words: Words): string {
  return parts
    .map((part) => partWords(part, daysOf(part.minutes, pace), words))
    .reduce((list, next) => (list === '' ? next : words.i18n._(msg`${list}, ${next}`)), '');
}

function sumWords(whole: string, less: string, more: string, { i18n }: Words): string {
  if (less === '' && more === '') return whole;
  if (more === '') return i18n._(msg`${whole}, less ${less}`);
  if (less === '') return i18n._(msg`${whole}, plus ${more}`);
  return i18n._(msg`${whole}, less ${less}, plus ${more}`);
}

/** Null when nothing was taken off or added, and nobody else was asked. */
export function prorationWords(pace: Prorated, words: Words): string | null {
  const { amount, amount_full, proration } = pace;
  const asksOthers = proration.some(({ why }) => why === 'not_asked');
  if (amount_full === 0 || (amount === amount_full && !asksOthers)) return null;
  const unasked = proration.filter(isUnasked);
  const changed = proration.filter((part) => !isUnasked(part));
  const less = changed.filter(({ minutes }) => minutes > 0);
  const more = changed.filter(({ minutes }) => minutes < 0);
  const whole = wholeWords(pace, unasked, words);
  const sum = sumWords(whole, listed(less, pace, words), listed(more, pace, words), words);
  if (unasked.length === 0) return sum;
  const why = listed(unasked, pace, words);
  return words.i18n._(msg`${sum}; ${why}`);
}
