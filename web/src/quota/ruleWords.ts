// The definition of a rule in one sentence: "Outbound calls of 20 seconds or more to different contacts who commented
// on retirement planning in the 90 days before". What the rule does not ask is not named.
import type { MessageDescriptor } from '@lingui/core';
import { msg, plural } from '@lingui/core/macro';
import type { Relation, Rule, Temperature } from '../api/types';
import { either, kindsWords, secondsWords, signalsWords } from './kindWords';
import type { Words } from './words';

type Part = (rule: Rule, words: Words) => MessageDescriptor | string | null;

const TEMPERATURES: Record<Temperature, MessageDescriptor> = {
  cold: msg({ message: `cold`, context: 'contacts who are …' }),
  warm: msg({ message: `warm`, context: 'contacts who are …' }),
  hot: msg({ message: `hot`, context: 'contacts who are …' }),
};

const RELATIONS: Record<Relation, MessageDescriptor> = {
  new: msg({ message: `new to us`, context: 'contacts who are …' }),
  lead: msg({ message: `leads`, context: 'contacts who are …' }),
  customer: msg({ message: `customers`, context: 'contacts who are …' }),
};

const SOLD: Partial<Record<Rule['unit'], MessageDescriptor>> = {
  won: msg({ message: `opportunities won`, context: 'many, in a sentence' }),
  booked: msg({ message: `revenue booked`, context: 'in a sentence' }),
  estimates: msg({ message: `estimates sent`, context: 'many, in a sentence' }),
  estimated: msg({ message: `worth of estimates sent`, context: 'in a sentence' }),
};

const what: Part = ({ unit, kinds, directions }, words) => {
  const sold = SOLD[unit];
  if (sold) return sold;
  const many = kindsWords(kinds, words);
  if (directions.length !== 1) return many;
  return directions[0] === 'outbound' ? msg`outbound ${many}` : msg`incoming ${many}`;
};

const length: Part = ({ min_duration_s }, words) => {
  if (min_duration_s <= 0) return null;
  const time = secondsWords(min_duration_s, words);
  return msg`of ${time} or more`;
};

const outcome =
  (outcomeWord: OutcomeWord): Part =>
  ({ outcomes }, words) => {
    if (outcomes.length === 0) return null;
    const list = either(outcomes.map(outcomeWord), words);
    return msg`that ended with “${list}”`;
  };

const topic: Part = ({ topics }, words) => {
  if (topics.length === 0) return null;
  const list = either(topics, words);
  return msg`on ${list}`;
};

const productLine: Part = ({ product_lines }, words) => {
  if (product_lines.length === 0) return null;
  const list = either(product_lines, words);
  return msg`for the product line ${list}`;
};

const asksContacts = (rule: Rule) =>
  [rule.temperatures, rule.relations, rule.segments, rule.sources].some(
    (list) => list.length > 0,
  ) || rule.after_signal !== null;

const whom: Part = (rule) => {
  if (rule.unit === 'contacts') return msg`to different contacts`;
  if (rule.unit === 'accounts') return msg`to different accounts`;
  return asksContacts(rule) ? msg`to contacts` : null;
};

const quality: Part = ({ temperatures, relations }, words) => {
  const { i18n } = words;
  const qualities = [
    ...temperatures.map((word) => i18n._(TEMPERATURES[word])),
    ...relations.map((word) => i18n._(RELATIONS[word])),
  ];
  if (qualities.length === 0) return null;
  const list = either(qualities, words);
  return msg`who are ${list}`;
};

const segment: Part = ({ segments }, words) => {
  if (segments.length === 0) return null;
  const list = either(segments, words);
  return msg`of the segment ${list}`;
};

const source: Part = ({ sources }, words) => {
  if (sources.length === 0) return null;
  const list = either(sources, words);
  return msg`from ${list}`;
};

const signal: Part = ({ after_signal }, words) => {
  if (!after_signal) return null;
  const did = signalsWords(after_signal.kinds, words);
  const within = after_signal.within_days;
  const days = words.format.number.count(within);
  if (after_signal.topics.length === 0) {
    return msg({
      message: plural(within, {
        one: `who ${did} in the ${days} day before`,
        other: `who ${did} in the ${days} days before`,
      }),
    });
  }
  const list = either(after_signal.topics, words);
  return msg({
    message: plural(within, {
      one: `who ${did} on ${list} in the ${days} day before`,
      other: `who ${did} on ${list} in the ${days} days before`,
    }),
  });
};

// Of calls only.
const repeat: Part = ({ unit, kinds, repeat_window_s }, words) => {
  if (unit !== 'activities' || repeat_window_s <= 0) return null;
  if (kinds.length > 0 && !kinds.includes('call')) return null;
  const time = secondsWords(repeat_window_s, words);
  return msg`; the same contact counts again after ${time}`;
};

export type OutcomeWord = (outcome: string) => string;

const capitalised = (text: string) =>
  text.replace(/\p{L}/u, (letter) => letter.toLocaleUpperCase());

export function ruleWords(rule: Rule, outcomeWord: OutcomeWord, words: Words): string {
  const said = (part: Part) => {
    const message = part(rule, words);
    return typeof message === 'object' && message ? words.i18n._(message) : (message ?? '');
  };
  const parts = [
    what,
    length,
    outcome(outcomeWord),
    topic,
    productLine,
    whom,
    quality,
    segment,
    source,
    signal,
  ];
  // Some languages begin a part with a comma.
  const sentence = parts
    .map(said)
    .filter(Boolean)
    .join(' ')
    .replaceAll(/ (?=,)/g, '');
  return capitalised(`${sentence}${said(repeat)}`);
}
