// Whom to talk to first: who is behind in most, and why, in one or two sentences. It is about the figures, never a rank.
import type { MessageDescriptor } from '@lingui/core';
import { msg, plural } from '@lingui/core/macro';
import type { Pace } from '../api/types';
import { addDays } from '../format';
import type { TeamRow } from './teamRows';
import { toneOfCell } from './teamRows';
import type { Words } from './words';

const most = 3;

export const talkFirst = (rows: readonly TeamRow[]): readonly TeamRow[] =>
  rows.filter(({ behind }) => behind > 0).slice(0, most);

const behindOf = (row: TeamRow): Pace[] =>
  [...row.cells.values()].filter((pace) => toneOfCell(pace) === 'behind');

/** The quota with the lowest chance. */
function worstOf(row: TeamRow): Pace | undefined {
  return behindOf(row).toSorted((a, b) => (a.p_reach ?? 0) - (b.p_reach ?? 0))[0];
}

function howMany(row: TeamRow): MessageDescriptor {
  const asked = [...row.cells.values()].filter((pace) => toneOfCell(pace) !== null).length;
  const { behind } = row;
  if (asked === 1) return msg`Behind in the only quota.`;
  if (behind === asked) {
    return msg({
      message: plural(asked, { one: 'Behind in all # quotas.', other: 'Behind in all # quotas.' }),
    });
  }
  return msg({
    message: plural(asked, {
      one: `Behind in ${behind} of # quota.`,
      other: `Behind in ${behind} of # quotas.`,
    }),
  });
}

function worstWords(pace: Pace, { format }: Words): MessageDescriptor {
  const { name, needed_per_day, so_far_per_day } = pace;
  const counted = format.number.much(pace.rule.currency).count(pace.counted);
  const amount = format.number.much(pace.rule.currency).count(pace.amount);
  if (needed_per_day === null)
    return msg`${name}: ${counted} of ${amount}, no working time is left.`;
  const needed = format.number.much(pace.rule.currency).perDay(needed_per_day);
  if (so_far_per_day === null) return msg`${name}: from now on it takes ${needed} a day.`;
  const soFar = format.number.much(pace.rule.currency).perDay(so_far_per_day);
  return msg`${name}: from now on it takes ${needed} a day, so far it was ${soFar}.`;
}

function todayWords({ today }: TeamRow, { format }: Words): MessageDescriptor | null {
  if (today.away_until !== null) {
    const last = format.date.day(addDays(today.away_until, -1));
    return msg`Away to ${last}.`;
  }
  if (today.ramp_percent === null) return null;
  const percent = format.number.percent(today.ramp_percent / 100);
  return msg`New: the ramp asks ${percent}.`;
}

/** "Behind in 3 of 5 quotas. Outbound calls: from now on it takes 36 a day, so far it was 22." */
export function talkWords(row: TeamRow, words: Words): string {
  const worst = worstOf(row);
  return [todayWords(row, words), howMany(row), worst ? worstWords(worst, words) : null]
    .flatMap((message) => (message ? [words.i18n._(message)] : []))
    .join(' ');
}
