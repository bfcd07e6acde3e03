import { useLingui } from '@lingui/react/macro';
import type { StandingRow } from '../api/pipelineTypes';

export function usePartWord(): (part: StandingRow['part']) => string {
  const { t } = useLingui();
  const words: Record<StandingRow['part'], string> = {
    sold: t`Sold`,
    expected: t`Expected from new customers`,
    book: t`Expected from customers one has`,
  };
  return (part) => words[part];
}
