// One part of what is taken off a quota or added to it, in days: "1 holiday", "2 days of part time".
import type { MessageDescriptor } from '@lingui/core';
import { msg, plural } from '@lingui/core/macro';
import type { Pace } from '../api/types';
import type { Words } from './words';

export type Part = Pace['proration'][number];

function partTime(minutes: number, days: number, n: string): MessageDescriptor {
  return minutes < 0
    ? msg({
        message: plural(days, {
          one: `${n} day of longer hours`,
          other: `${n} days of longer hours`,
        }),
      })
    : msg({
        message: plural(days, { one: `${n} day of part time`, other: `${n} days of part time` }),
      });
}

function messageOf({ why, minutes }: Part, days: number, n: string): MessageDescriptor {
  switch (why) {
    case 'before_start':
      return msg({
        message: plural(days, {
          one: `${n} day was before the quota began`,
          other: `${n} days were before the quota began`,
        }),
      });
    case 'not_asked':
      return msg({
        message: plural(days, {
          one: `on ${n} day it asked others`,
          other: `on ${n} days it asked others`,
        }),
      });
    case 'holiday':
      return msg({ message: plural(days, { one: `${n} holiday`, other: `${n} holidays` }) });
    case 'moved_day':
      return msg({
        message: plural(days, { one: `${n} moved working day`, other: `${n} moved working days` }),
      });
    case 'closing_day':
      return msg({
        message: plural(days, { one: `${n} closing day`, other: `${n} closing days` }),
      });
    case 'part_time':
      return partTime(minutes, days, n);
    case 'not_employed':
      return msg({
        message: plural(days, {
          one: `${n} day not with the company`,
          other: `${n} days not with the company`,
        }),
      });
    case 'leave':
      return msg({ message: plural(days, { one: `${n} day away`, other: `${n} days away` }) });
    case 'ramp':
      return msg({
        message: plural(days, {
          one: `${n} day’s worth of ramp`,
          other: `${n} days’ worth of ramp`,
        }),
      });
  }
}

/** `days` are full-time days, above 0. Of an absence only that it is one; a ramp is a share of days that stay worked. */
export function partWords(part: Part, days: number, { i18n, format }: Words): string {
  return i18n._(messageOf(part, days, format.number.count(days)));
}
