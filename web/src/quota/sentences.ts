// The sentence of the main card. Each clause is a whole message of the catalogue; `<b>` marks the key figures.
import type { MessageDescriptor } from '@lingui/core';
import { msg, plural } from '@lingui/core/macro';
import type { Pace } from '../api/types';
import type { Words } from './words';

/** "You are" to oneself, the name to everybody else. */
export type Reader = 'self' | 'other';

function standing(pace: Pace, reader: Reader, { format }: Words): MessageDescriptor {
  const counted = format.number.much(pace.rule.currency).count(pace.counted);
  const amount = format.number.much(pace.rule.currency).count(pace.amount);
  if (pace.pace_ratio === null) return msg`<b>${counted}</b> of ${amount} are done.`;
  const ratio = format.number.percent(pace.pace_ratio);
  const name = pace.rep_name;
  return reader === 'self'
    ? msg`You are at <b>${ratio} of the pace</b>.`
    : msg`${name} is at <b>${ratio} of the pace</b>.`;
}

function chance(pace: Pace, { format }: Words): MessageDescriptor | null {
  const { p_reach, amount: asked } = pace;
  if (p_reach === null) return null;
  const amount = format.number.much(pace.rule.currency).count(asked);
  const odds = format.chance.odds(p_reach);
  return msg`The chance to make ${amount} is <b>${odds}</b>.`;
}

function need(pace: Pace, { format }: Words): MessageDescriptor | null {
  const { needed_per_day, so_far_per_day, working_days } = pace;
  const short = pace.amount - pace.counted;
  if (short <= 0) return null;
  const more = format.number.much(pace.rule.currency).count(short);
  if (working_days.left === 0) return msg`<b>${more}</b> are missing, no working time is left.`;
  if (working_days.left <= 1) {
    return msg`It takes <b>${more} more</b>, with no more than a working day left.`;
  }
  if (needed_per_day === null) return null;
  const needed = format.number.much(pace.rule.currency).perDay(needed_per_day);
  if (so_far_per_day === null) return msg`From now on it takes <b>${needed} a day</b>.`;
  const soFar = format.number.much(pace.rule.currency).perDay(so_far_per_day);
  return needed_per_day > so_far_per_day
    ? msg`From now on it takes <b>${needed} a day</b> instead of ${soFar}.`
    : msg`From now on <b>${needed} a day</b> are enough; so far it was ${soFar}.`;
}

function before(pace: Pace, { format }: Words): MessageDescriptor[] {
  const day = format.date.day(pace.first_day);
  const amount = format.number.much(pace.rule.currency).count(pace.amount);
  const { total } = pace.working_days;
  const days = format.number.count(total);
  const perDay = format.number
    .much(pace.rule.currency)
    .perDay(total > 0 ? pace.amount / total : pace.amount);
  return [
    msg`It begins on <b>${day}</b>.`,
    msg({
      message: plural(total, {
        one: `${amount} in ${days} working day.`,
        other: `${amount} in ${days} working days, <b>${perDay} a day</b>.`,
      }),
    }),
  ];
}

function made(pace: Pace, { format }: Words): MessageDescriptor {
  const counted = format.number.much(pace.rule.currency).count(pace.counted);
  const amount = format.number.much(pace.rule.currency).count(pace.amount);
  const { left } = pace.working_days;
  const days = format.number.count(left);
  if (left === 0) return msg`<b>Made</b>: ${counted} of ${amount}.`;
  return msg({
    message: plural(left, {
      one: `<b>Made</b>: ${counted} of ${amount}, with ${days} working day left.`,
      other: `<b>Made</b>: ${counted} of ${amount}, with ${days} working days left.`,
    }),
  });
}

function missed(pace: Pace, { format }: Words): MessageDescriptor {
  const counted = format.number.much(pace.rule.currency).count(pace.counted);
  const amount = format.number.much(pace.rule.currency).count(pace.amount);
  const short = format.number.much(pace.rule.currency).count(pace.amount - pace.counted);
  return msg`<b>Missed</b>: ${counted} of ${amount}, ${short} short.`;
}

function nothingAsked(pace: Pace, { format }: Words): MessageDescriptor {
  const counted = format.number.much(pace.rule.currency).count(pace.counted);
  if (pace.counted === 0) return msg`<b>Nothing is asked</b> this period.`;
  return msg`<b>Nothing is asked</b> this period; ${counted} are done all the same.`;
}

function excused(pace: Pace, { format }: Words): MessageDescriptor {
  if (pace.amount === 0 && pace.working_days.total > 0)
    return msg`<b>Excused</b>: nothing is asked this period.`;
  if (pace.amount === 0 && pace.proration.some(({ why }) => why === 'leave'))
    return msg`<b>Excused</b>: away this period.`;
  if (pace.amount === 0) return msg`<b>Excused</b>: this period has no working day.`;
  const counted = format.number.much(pace.rule.currency).count(pace.counted);
  const amount = format.number.much(pace.rule.currency).count(pace.amount);
  return msg`<b>Excused</b>: ${counted} of ${amount}, and it is not held against anybody.`;
}

function clauses(pace: Pace, reader: Reader, words: Words): (MessageDescriptor | null)[] {
  if (pace.state === 'excused') return [excused(pace, words)];
  if (pace.amount === 0) return [nothingAsked(pace, words)];
  switch (pace.state) {
    case 'not_started':
      return before(pace, words);
    case 'made':
      return [made(pace, words)];
    case 'missed':
      return [missed(pace, words)];
    case 'too_early':
      return [
        msg`<b>Too early to tell.</b>`,
        standing({ ...pace, pace_ratio: null }, reader, words),
        need(pace, words),
      ];
    case 'behind':
    case 'on_pace':
    case 'ahead':
      return [standing(pace, reader, words), chance(pace, words), need(pace, words)];
  }
}

/** At most two lines that a salesperson would say aloud, with `<b>` round the key figures. */
export function paceSentence(pace: Pace, reader: Reader, words: Words): string {
  return clauses(pace, reader, words)
    .flatMap((clause) => (clause ? [words.i18n._(clause)] : []))
    .join(' ');
}

/** The same without marks, for a screen reader and for the description of the chart. */
export const plainText = (sentence: string) => sentence.replaceAll(/<\/?b>/g, '');
