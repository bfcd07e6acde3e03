// What happened with a contact or an account, in words.
import type { I18n, MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { EstimateState } from '../api/offerTypes';
import type { HistoryEvent, Part } from '../api/pipelineTypes';
import type { Kind } from '../api/types';
import type { Format } from '../format';
import { listOf } from '../format/list';
import { kindLabel } from '../kind/kinds';
import { outcomeInList } from '../kind/outcomes';
import { kindNamed } from '../kind/useKinds';
import { signalDid } from '../signal/words';
import { estimateStateWords, partWords } from './eventWords';
import { stageName } from './stageName';

export const eventKindWords: Record<HistoryEvent['kind'], MessageDescriptor> = {
  activity: msg`Activity`,
  appointment: msg`Appointment`,
  stage_move: msg`Opportunity`,
  part: msg`Part in an opportunity`,
  estimate: msg`Estimate`,
  sale: msg`Sale`,
  sale_cancelled: msg`Sale cancelled`,
  signal: msg`Signal`,
  owner: msg`New owner`,
  trait: msg`Changed`,
  change: msg`Changed`,
};

const appointmentWords: Record<string, MessageDescriptor> = {
  set: msg({ message: 'agreed for this time', context: 'state of an appointment' }),
  held: msg({ message: 'held', context: 'state of an appointment' }),
  no_show: msg({ message: 'nobody came', context: 'state of an appointment' }),
  cancelled: msg({ message: 'cancelled', context: 'state of an appointment' }),
};

const fieldWords: Record<string, MessageDescriptor> = {
  name: msg({ message: 'Name', context: 'field that changed' }),
  key: msg({ message: 'Number of our own', context: 'field that changed' }),
  parent: msg({ message: 'Part of', context: 'field that changed' }),
  account_name: msg({ message: 'Account', context: 'field that changed' }),
  phone: msg({ message: 'Phone', context: 'field that changed' }),
  email: msg({ message: 'E-mail address', context: 'field that changed' }),
  relation: msg({ message: 'Relation', context: 'field that changed' }),
  temperature: msg({ message: 'Temperature', context: 'field that changed' }),
  source: msg({ message: 'Source', context: 'field that changed' }),
  segment: msg({ message: 'Segment', context: 'field that changed' }),
  sector: msg({ message: 'Sector', context: 'field that changed' }),
  region: msg({ message: 'Region', context: 'field that changed' }),
  country: msg({ message: 'Country', context: 'field that changed' }),
  owner: msg({ message: 'Owner', context: 'field that changed' }),
};

const valueWords: Record<string, MessageDescriptor> = {
  new: msg({ message: 'new to us', context: 'relation of a contact' }),
  lead: msg({ message: 'lead', context: 'relation of a contact' }),
  customer: msg({ message: 'customer', context: 'relation of a contact' }),
  cold: msg({ message: 'cold', context: 'temperature of a contact' }),
  warm: msg({ message: 'warm', context: 'temperature of a contact' }),
  hot: msg({ message: 'hot', context: 'temperature of a contact' }),
};

const spoken = (word: string) => word.replaceAll('_', ' ');

export const fieldLabel = (field: string, i18n: I18n): string =>
  fieldWords[field] ? i18n._(fieldWords[field]) : spoken(field);

/** Of relation and temperature the word of the page, of anything else what stands there. */
export function fieldValue(field: string, value: string | null, i18n: I18n): string {
  if (value === null) return i18n._(msg({ message: 'not known', context: 'value of a field' }));
  const word = field === 'relation' || field === 'temperature' ? valueWords[value] : undefined;
  return word ? i18n._(word) : value;
}

export interface Around {
  i18n: I18n;
  format: Format;
  kinds: readonly Kind[];
  /** The stage of a key. */
  stageOf: (key: string) => { key: string; name: string };
}

/** What there is of these, each in its own direction. */
const joined = (parts: readonly (string | null | undefined)[], i18n: I18n) =>
  listOf(
    parts.filter((part): part is string => Boolean(part)),
    i18n,
  );

function activityWords({ what, how }: HistoryEvent, { i18n, kinds }: Around): string {
  const kind = kindNamed(kinds, what);
  const outcome = kind.outcomes.find((each) => each.outcome === how);
  const ended = how === null ? null : outcomeInList(outcome ?? { outcome: how, label: null }, i18n);
  return joined([kindLabel(kind, i18n), ended], i18n);
}

function appointmentTitle({ what, how }: HistoryEvent, { i18n, kinds }: Around): string {
  const state = appointmentWords[how ?? ''];
  return joined([kindLabel(kindNamed(kinds, what), i18n), state && i18n._(state)], i18n);
}

const moneyOf = ({ amount }: HistoryEvent, { format: { number } }: Around) =>
  amount === null ? null : number.moneyExact(amount);

function partTitle({ what, how }: HistoryEvent, { i18n }: Around): string {
  const part = how === null ? msg`no longer a part of it` : partWords[how as Part];
  return `${what}: ${i18n._(part)}`;
}

function changeTitle({ what, how }: HistoryEvent, { i18n }: Around): string {
  const [field, value] = [fieldLabel(what, i18n), fieldValue(what, how, i18n)];
  return i18n._(msg`${field}: ${value}`);
}

/** What happened, without who and when. */
export function historyTitle(event: HistoryEvent, around: Around): string {
  const { kind, what, how } = event;
  if (kind === 'activity') return activityWords(event, around);
  if (kind === 'appointment') return appointmentTitle(event, around);
  if (kind === 'signal') return signalDid({ kind: what, topic: how }, around.i18n);
  if (kind === 'stage_move')
    return [what, stageName(around.stageOf(how ?? ''), around.i18n)].filter(Boolean).join(': ');
  if (kind === 'part') return partTitle(event, around);
  if (kind === 'estimate') {
    const state = around.i18n._(estimateStateWords[how as EstimateState]);
    return joined([what, state, moneyOf(event, around)], around.i18n);
  }
  if (kind === 'sale' || kind === 'sale_cancelled')
    return joined([what, moneyOf(event, around)], around.i18n);
  return changeTitle(event, around);
}

const directionWords = { outbound: msg`from us`, inbound: msg`from them` } as const;

/** A label and what stands behind it. */
export type HistoryLine = readonly [label: string, value: string];

/** What else is known of it: the rest of its row. */
export function historyLines(event: HistoryEvent, { i18n, format }: Around): HistoryLine[] {
  const { kind, what, before, direction, duration_s, topic, text, reason } = event;
  const changed = kind === 'change' || kind === 'trait' || kind === 'owner';
  const lines: (HistoryLine | false)[] = [
    changed && [i18n._(msg`Before`), fieldValue(what, before, i18n)],
    direction !== null && [i18n._(msg`Direction`), i18n._(directionWords[direction])],
    duration_s !== null && [
      i18n._(msg({ message: 'Duration', context: 'of a talk' })),
      kind === 'appointment'
        ? format.span.minutes(Math.round(duration_s / 60))
        : format.span.duration(duration_s),
    ],
    topic !== null && [i18n._(msg`Topic`), topic],
    text !== null && [
      kind === 'appointment' ? i18n._(msg`What it is for`) : i18n._(msg`Number`),
      text,
    ],
    reason !== null && [i18n._(msg`Reason`), spoken(reason)],
  ];
  return lines.filter((line) => line !== false);
}
