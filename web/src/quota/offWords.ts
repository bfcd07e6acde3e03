import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { PaceDay } from '../api/types';
import type { Words } from './words';

const OFF: Record<Exclude<PaceDay['kind'], 'work'>, MessageDescriptor> = {
  holiday: msg({ message: `holiday`, context: 'a day' }),
  leave: msg({ message: `away`, context: 'a day' }),
  off: msg({ message: `off`, context: 'a day' }),
  not_asked: msg({ message: `nothing asked`, context: 'a day' }),
};

/** What a day is that is not worked; null for a working day. Of somebody who is away never more than that. */
export function offWords({ kind, name }: Pick<PaceDay, 'kind' | 'name'>, { i18n }: Words) {
  if (kind === 'work') return null;
  const isOfCalendar = kind === 'holiday' || kind === 'off';
  return isOfCalendar && name !== null ? name : i18n._(OFF[kind]);
}
