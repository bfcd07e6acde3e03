import { useDirection } from '@mantine/core';
import { useKeys } from '../keyboard/useKeys';
import type { Pace, PaceDetail } from '../api/types';

interface PaceKeys {
  paces: readonly Pace[];
  selected: Pace | undefined;
  detail: PaceDetail | undefined;
  select: (pace: Pace) => void;
  goPeriod: (period: string) => void;
}

/** Left and right between quotas, `[` and `]` the period before and after. */
export function usePaceKeys(keys: PaceKeys) {
  const { dir } = useDirection();
  const step = (by: 1 | -1) => {
    const at = keys.paces.findIndex(({ quota_id }) => quota_id === keys.selected?.quota_id);
    const to = keys.paces[at + (dir === 'rtl' ? -by : by)];
    if (to) keys.select(to);
  };
  useKeys({
    ArrowLeft: () => step(-1),
    ArrowRight: () => step(1),
    '[': () => keys.detail?.previous && keys.goPeriod(keys.detail.previous),
    ']': () => keys.detail?.next && keys.goPeriod(keys.detail.next),
  });
}
