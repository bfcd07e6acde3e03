import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { useCallback } from 'react';
import type { PaceState } from '../api/types';

const words: Record<PaceState, MessageDescriptor> = {
  not_started: msg`not started`,
  behind: msg`behind`,
  on_pace: msg`on pace`,
  ahead: msg`ahead`,
  made: msg`made`,
  missed: msg`missed`,
  excused: msg`excused`,
  too_early: msg`too few to tell`,
};

export function useStateWord(): (state: PaceState) => string {
  const { i18n } = useLingui();
  return useCallback((state) => i18n._(words[state]), [i18n]);
}
