import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
import { useFormat } from '../format';
import type { Words } from './words';

export function useWords(): Words {
  const { i18n } = useLingui();
  const format = useFormat();
  return useMemo(() => ({ i18n, format }), [i18n, format]);
}
