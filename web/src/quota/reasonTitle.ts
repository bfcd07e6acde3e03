// The same reason over many rows, for the list of reasons with their counts.
import type { MessageDescriptor } from '@lingui/core';
import { msg, plural } from '@lingui/core/macro';
import type { PeriodKind, Reason, Rule } from '../api/types';
import { secondsWords } from './kindWords';
import type { Words } from './words';

export interface RuleInPeriod {
  rule: Rule;
  period_kind: PeriodKind;
}

const FIRST: Record<PeriodKind, MessageDescriptor> = {
  day: msg`First time today`,
  week: msg`First time this week`,
  month: msg`First time this month`,
  quarter: msg`First time this quarter`,
  span: msg`First time in this campaign`,
};

function tooShort({ min_duration_s }: Rule, words: Words): MessageDescriptor {
  const time = secondsWords(min_duration_s, words);
  return msg`Under ${time}`;
}

function again({ unit }: Rule): MessageDescriptor {
  return unit === 'accounts' ? msg`Same account again` : msg`Same contact again`;
}

function tooOld({ after_signal }: Rule, { format }: Words): MessageDescriptor {
  const within = after_signal?.within_days ?? 0;
  const days = format.number.count(within);
  return msg({
    message: plural(within, {
      one: `Signal older than ${days} day`,
      other: `Signal older than ${days} days`,
    }),
  });
}

function repeated({ repeat_window_s }: Rule, words: Words): MessageDescriptor {
  const time = secondsWords(repeat_window_s, words);
  return msg`Same contact within ${time}`;
}

function messageOf(
  reason: Reason,
  { rule, period_kind }: RuleInPeriod,
  words: Words,
): MessageDescriptor {
  switch (reason) {
    case 'voided':
      return msg`Voided`;
    case 'before_quota_start':
      return msg`Was before this quota began`;
    case 'not_asked':
      return msg`Was on a day on which this quota asked others`;
    case 'no_opportunity':
      return msg`Order without an opportunity`;
    case 'other_leads':
      return msg`Counts for who has the largest share`;
    case 'no_rate':
      return msg`No exchange rate on that day`;
    case 'moved_away':
      return msg`Of another day or other reps now`;
    case 'other_kind':
      return msg`Other kind`;
    case 'day_unknown':
      return msg`Day not known, only the month`;
    case 'wrong_direction':
      return rule.directions[0] === 'inbound' ? msg`Outbound` : msg`Incoming`;
    case 'wrong_outcome':
      return msg`Other outcome`;
    case 'too_short':
      return tooShort(rule, words);
    case 'duration_unknown':
      return msg`No duration given`;
    case 'wrong_temperature':
      return msg`Other temperature`;
    case 'wrong_source':
      return msg`Other source`;
    case 'wrong_relation':
      return msg`Other relation to us`;
    case 'other_product_line':
      return msg`Other product line`;
    case 'other_segment':
      return msg`Other segment`;
    case 'other_topic':
      return msg`Other topic`;
    case 'no_contact':
      return msg`No contact named`;
    case 'no_account':
      return msg`Contact without an account`;
    case 'no_signal':
      return msg`No signal before`;
    case 'signal_other_topic':
      return msg`Signal on another topic`;
    case 'signal_after_activity':
      return msg`Signal came later`;
    case 'signal_too_old':
      return tooOld(rule, words);
    case 'repeat_within_window':
      return repeated(rule, words);
    case 'already_counted':
      return again(rule);
    case 'counted':
      return msg({ message: `Counts`, context: 'an activity' });
    case 'first_in_period':
      return FIRST[period_kind];
  }
}

/** Over many rows: "Under 20 seconds", "Same contact again". */
export function reasonTitle(reason: Reason, asked: RuleInPeriod, words: Words): string {
  return words.i18n._(messageOf(reason, asked, words));
}
