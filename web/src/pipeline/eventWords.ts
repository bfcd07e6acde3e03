// What became known of an opportunity, in words.
import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { EstimateState } from '../api/offerTypes';
import type { Ground, OpportunityEvent, Part, Question } from '../api/pipelineTypes';
import type { Format } from '../format';
import { stageName } from './stageName';

export const partWords: Record<Part, ReturnType<typeof msg>> = {
  decision_maker: msg`decides`,
  influencer: msg`influences`,
  user: msg`uses it`,
};

export const estimateStateWords: Record<EstimateState, ReturnType<typeof msg>> = {
  draft: msg`draft`,
  sent: msg`sent`,
  accepted: msg`accepted`,
  declined: msg`declined`,
  expired: msg`expired`,
  withdrawn: msg`withdrawn`,
  superseded: msg`replaced`,
};

export const questionWords: Record<Question, ReturnType<typeof msg>> = {
  decision_maker: msg`Who decides?`,
  budget: msg`What budget?`,
  timeframe: msg`By when?`,
  need: msg`What need?`,
};

export const groundWords: Record<Ground, ReturnType<typeof msg>> = {
  said: msg`said`,
  inferred_from_purchases: msg`inferred from purchases`,
  inferred_from_urgency: msg`inferred from urgency`,
  unknown: msg`unknown`,
};

export const grounds: readonly Ground[] = [
  'unknown',
  'said',
  'inferred_from_purchases',
  'inferred_from_urgency',
];

const changeWords: Partial<Record<OpportunityEvent['kind'], ReturnType<typeof msg>>> = {
  account_change: msg({ message: 'Account', context: 'field that changed' }),
  contact_change: msg({ message: 'Contact', context: 'field that changed' }),
  source_change: msg({ message: 'Source', context: 'field that changed' }),
};

function amountWords(event: OpportunityEvent, i18n: I18n, { number }: Format): string {
  const line = event.product_line?.name ?? i18n._(msg`no product line`);
  if (event.amount === null) return i18n._(msg`${line} taken off`);
  const amount = number.moneyExact(event.amount);
  return event.assumed
    ? i18n._(msg`${line}: ${amount}, assumed from the list price`)
    : i18n._(msg`${line}: ${amount}`);
}

function personWords({ contact, part }: OpportunityEvent, i18n: I18n): string {
  const who = contact?.name ?? '';
  if (part === null) return i18n._(msg`${who} is no longer a part of it`);
  const does = i18n._(partWords[part]);
  return i18n._(msg`${who} ${does}`);
}

function answerWords({ question, ground, text }: OpportunityEvent, i18n: I18n): string {
  const asked = question === null ? '' : i18n._(questionWords[question]);
  const how = ground === null ? '' : i18n._(groundWords[ground]);
  return [asked, text, how && `(${how})`].filter(Boolean).join(' ');
}

/** One fact, without who and when. */
export function eventWords(event: OpportunityEvent, i18n: I18n, format: Format): string {
  const { kind, stage, close_day, rep, account, contact, text } = event;
  if (kind === 'stage_move') {
    const to = stage ? stageName(stage, i18n) : '';
    return i18n._(msg`moved to ${to}`);
  }
  if (kind === 'amount_change') return amountWords(event, i18n, format);
  if (kind === 'close_change') {
    if (close_day === null) return i18n._(msg`close day no longer known`);
    const day = `${format.date.day(close_day)} ${format.date.year(close_day)}`;
    return i18n._(msg`expected to close ${day}`);
  }
  if (kind === 'person_change') return personWords(event, i18n);
  if (kind === 'qualification') return answerWords(event, i18n);
  if (kind === 'voided') return i18n._(msg`voided`);
  const what = rep?.name ?? account?.name ?? contact?.name ?? text;
  if (kind === 'rep_change') return i18n._(msg`given to ${what ?? ''}`);
  if (kind === 'name_change') return i18n._(msg`named ${what ?? ''}`);
  const field = i18n._(changeWords[kind] ?? msg`Changed`);
  const value = what ?? i18n._(msg({ message: 'not known', context: 'value of a field' }));
  return i18n._(msg`${field}: ${value}`);
}
