import { useLingui } from '@lingui/react';
import { faultWords, type FaultWords } from './faults';

export function useFaults(error: unknown): FaultWords {
  const { i18n } = useLingui();
  return faultWords(error, i18n);
}
