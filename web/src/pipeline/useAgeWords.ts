import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';

/** "day 23, usual 12": how long it stands in its stage. */
export function useAgeWords(): (days: number, usual: number | null) => string {
  const { t } = useLingui();
  return useCallback(
    (days, usual) => {
      const day = days + 1;
      return usual === null ? t`day ${day}` : t`day ${day}, usual ${usual}`;
    },
    [t],
  );
}
