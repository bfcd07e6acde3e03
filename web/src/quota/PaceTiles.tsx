import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import type { Pace } from '../api/types';
import { PaceTile } from './PaceTile';
import css from './tiles.module.css';

interface PaceTilesProps {
  paces: readonly Pace[];
  /** Id of the quota shown below. */
  selected: string | undefined;
  onSelect: (pace: Pace) => void;
  onEvidence: (pace: Pace) => void;
}

export function PaceTiles({ paces, selected, onSelect, onEvidence }: PaceTilesProps) {
  const { t } = useLingui();
  const list = useRef<HTMLUListElement>(null);
  const drawn = paces.length > 0;
  useEffect(() => {
    if (!drawn) return;
    const tile = list.current?.querySelector(`[data-quota="${selected}"]`);
    tile?.scrollIntoView?.({ block: 'nearest', inline: 'center' });
  }, [selected, drawn]);
  return (
    <ul ref={list} className={css.tiles} aria-label={t`Quotas`}>
      {paces.map((pace) => (
        <PaceTile
          key={pace.quota_id}
          pace={pace}
          selected={pace.quota_id === selected}
          onSelect={() => onSelect(pace)}
          onEvidence={() => onEvidence(pace)}
        />
      ))}
    </ul>
  );
}
