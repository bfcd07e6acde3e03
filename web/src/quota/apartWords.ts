// "Tue 3 Mar: Liberation Day", "26 Nov to 4 Dec: away". Of somebody who is away never more than that.
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { hoursText } from '../format';
import type { DaysApart } from './daysApart';
import type { Words } from './words';

function spanWords({ from, to }: DaysApart, { i18n, format }: Words): string {
  if (from === to) return format.date.dayWithWeekday(from);
  const [begin, end] = [format.date.day(from), format.date.day(to)];
  return i18n._(msg`${begin} to ${end}`);
}

function messageOf(apart: DaysApart, when: string, { format }: Words): MessageDescriptor {
  const { ramp_percent } = apart;
  const name = apart.name ?? '';
  const hours = hoursText(apart.minutes);
  const usual = hoursText(apart.usual_minutes);
  const percent = format.number.percent(ramp_percent / 100);
  switch (apart.why) {
    case 'leave':
      return msg`${when}: away`;
    case 'holiday':
      return apart.name === null ? msg`${when}: holiday` : msg`${when}: ${name}`;
    case 'short':
      return msg`${when}: ${name}, ${hours} of ${usual} h`;
    case 'moved':
      return msg`${when}: ${name}, ${hours} h are worked`;
    case 'hours':
      return msg`${when}: shorter hours`;
    case 'ramp':
      return msg`${when}: the ramp asks ${percent}`;
  }
}

export function apartWords(apart: DaysApart, words: Words): string {
  return words.i18n._(messageOf(apart, spanWords(apart, words), words));
}
