// What stages are called that every company begins with, in the reader's language. A name that somebody gave is told as
// it is: these hold only where the stored name is still that of `usual_pipeline` or of a template.
import type { I18n, MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

interface UsualName {
  /** As it is stored. */
  name: string;
  words: MessageDescriptor;
}

const noDecision: UsualName = {
  name: 'No decision',
  words: msg({ message: 'No decision', context: 'stage' }),
};

const usualNames = new Map<string, UsualName>([
  ['new', { name: 'New', words: msg({ message: 'New', context: 'stage' }) }],
  ['qualified', { name: 'Qualified', words: msg({ message: 'Qualified', context: 'stage' }) }],
  ['estimate', { name: 'Estimate', words: msg({ message: 'Estimate', context: 'stage' }) }],
  [
    'negotiation',
    { name: 'Negotiation', words: msg({ message: 'Negotiation', context: 'stage' }) },
  ],
  ['won', { name: 'Won', words: msg({ message: 'Won', context: 'stage' }) }],
  ['lost', { name: 'Lost', words: msg({ message: 'Lost', context: 'stage' }) }],
  ['no_decision', noDecision],
  ['no-decision', noDecision],
  [
    'first-meeting',
    { name: 'First meeting', words: msg({ message: 'First meeting', context: 'stage' }) },
  ],
  [
    'needs',
    { name: 'Needs worked out', words: msg({ message: 'Needs worked out', context: 'stage' }) },
  ],
  ['plan', { name: 'Plan presented', words: msg({ message: 'Plan presented', context: 'stage' }) }],
  [
    'application',
    { name: 'Application', words: msg({ message: 'Application', context: 'stage' }) },
  ],
  ['documents', { name: 'Documents', words: msg({ message: 'Documents', context: 'stage' }) }],
  ['demo', { name: 'Demo held', words: msg({ message: 'Demo held', context: 'stage' }) }],
  ['trial', { name: 'Trial', words: msg({ message: 'Trial', context: 'stage' }) }],
]);

interface NamedStage {
  key: string;
  name: string;
}

export function stageName({ key, name }: NamedStage, i18n: I18n): string {
  const usual = usualNames.get(key);
  return usual?.name === name ? i18n._(usual.words) : name;
}

const usualPipeline = { key: 'sales', name: 'Sales' };

export const pipelineName = ({ key, name }: NamedStage, i18n: I18n): string =>
  key === usualPipeline.key && name === usualPipeline.name
    ? i18n._(msg({ message: 'Sales', context: 'name of a pipeline' }))
    : name;
