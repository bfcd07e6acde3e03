import { useLingui } from '@lingui/react/macro';
import type { Pace } from '../api/types';
import { Chip } from '../ui';
import { isStretched } from './grades';

/** A quiet word where the stretch is reached; nothing anywhere else. */
export function StretchChip({ pace }: { pace: Pace }) {
  const { t } = useLingui();
  if (!isStretched(pace)) return null;
  return <Chip>{t({ message: 'stretch', context: 'the grade above the quota' })}</Chip>;
}
