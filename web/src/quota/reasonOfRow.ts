// Why one row counts or does not, as a fact about that row: "Same contact, counted 12 Nov", "Topic is group health".
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { EvidenceItem, Rule } from '../api/types';
import { type RuleInPeriod, reasonTitle } from './reasonTitle';
import type { Words } from './words';

type Row = Pick<EvidenceItem, 'reason' | 'detail' | 'topic' | 'outcome' | 'kind'>;

/** How the page names kinds and outcomes. */
export interface Named {
  kind: (kind: string) => string;
  outcome: (outcome: string) => string;
}

function direction({ directions }: Rule): MessageDescriptor {
  return directions[0] === 'inbound'
    ? msg`Outbound, the quota asks for incoming`
    : msg`Incoming, the quota asks for outbound`;
}

function signalOn(detail: string | null): MessageDescriptor | null {
  return detail === null ? null : msg`Signal was on ${detail}`;
}

function counted(row: Row, rule: Rule, { format }: Words): MessageDescriptor | null {
  if (row.detail === null) return null;
  const day = format.date.day(format.date.dayOf(row.detail));
  const time = format.date.time(row.detail);
  if (row.reason === 'repeat_within_window') return msg`Same contact, counted at ${time}`;
  return rule.unit === 'accounts'
    ? msg`Same account, counted ${day}`
    : msg`Same contact, counted ${day}`;
}

function signalAt(row: Row, { format }: Words): MessageDescriptor | null {
  if (row.detail === null) return null;
  const when = format.date.dayTime(row.detail);
  const day = format.date.day(format.date.dayOf(row.detail));
  return row.reason === 'signal_too_old'
    ? msg`Last signal was ${day}, too old`
    : msg`Signal came later, ${when}`;
}

const TEMPERATURE: Record<string, MessageDescriptor> = {
  cold: msg`Contact is cold`,
  warm: msg`Contact is warm`,
  hot: msg`Contact is hot`,
};

const RELATION: Record<string, MessageDescriptor> = {
  new: msg`Contact is new to us`,
  lead: msg`Contact is a lead`,
  customer: msg`Contact is a customer`,
};

function about({ reason, detail }: Row): MessageDescriptor | null {
  if (detail === null) return null;
  if (reason === 'wrong_temperature') return TEMPERATURE[detail] ?? null;
  if (reason === 'wrong_relation') return RELATION[detail] ?? null;
  if (reason === 'wrong_source') return msg`Source is ${detail}`;
  if (reason === 'other_product_line') return msg`Product line is ${detail}`;
  return reason === 'other_segment' ? msg`Segment is ${detail}` : null;
}

function kind(row: Row, named: Named): MessageDescriptor {
  const kind = named.kind(row.kind);
  return msg`Kind is ${kind}`;
}

function outcome(row: Row, named: Named): MessageDescriptor {
  if (row.outcome === null) return msg`No outcome`;
  const outcome = named.outcome(row.outcome);
  return msg`Outcome is ${outcome}`;
}

function topic(row: Row): MessageDescriptor {
  const topic = row.detail ?? row.topic;
  return topic === null ? msg`No topic` : msg`Topic is ${topic}`;
}

function rowMessage(row: Row, rule: Rule, named: Named, words: Words): MessageDescriptor | null {
  switch (row.reason) {
    case 'wrong_direction':
      return direction(rule);
    case 'signal_other_topic':
      return signalOn(row.detail);
    case 'already_counted':
    case 'repeat_within_window':
      return counted(row, rule, words);
    case 'signal_after_activity':
    case 'signal_too_old':
      return signalAt(row, words);
    case 'other_kind':
      return kind(row, named);
    case 'wrong_outcome':
      return outcome(row, named);
    case 'other_topic':
      return topic(row);
    default:
      return about(row);
  }
}

/** One row: "Same contact, counted 12 Nov", "Topic is group health". */
export function reasonOfRow(row: Row, asked: RuleInPeriod, named: Named, words: Words): string {
  const message = rowMessage(row, asked.rule, named, words);
  return message ? words.i18n._(message) : reasonTitle(row.reason, asked, words);
}
