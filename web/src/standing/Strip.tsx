import type { CSSProperties } from 'react';
import { type Figures, segmentsOf, type SegmentKind } from './standing';

const looks: Record<SegmentKind, CSSProperties> = {
  sold: { background: 'var(--data)' },
  low: { background: 'var(--on-fill)' },
  mean: { background: 'var(--band2)' },
  high: { background: 'var(--band)' },
  to_build: { border: '2px dashed var(--ink)' },
};

const percent = (share: number) => `${share * 100}%`;

/** One scale of money: sold, what will come for certain enough and on average, what may come, and what is missing. */
export function Strip({ figures }: { figures: Figures }) {
  const { segments, quota_at } = segmentsOf(figures);
  if (segments.length === 0 && quota_at === null) return null;
  return (
    <div aria-hidden style={{ position: 'relative', blockSize: 30, marginBlock: 14 }}>
      {segments.map(({ kind, from, to }) => (
        <span
          key={kind}
          style={{
            position: 'absolute',
            boxSizing: 'border-box',
            insetBlock: 0,
            insetInlineStart: percent(from),
            inlineSize: percent(to - from),
            ...looks[kind],
          }}
        />
      ))}
      {quota_at !== null && (
        <span
          style={{
            position: 'absolute',
            insetBlock: -6,
            insetInlineStart: `calc(${percent(quota_at)} - 2px)`,
            inlineSize: 2,
            background: 'var(--ink)',
          }}
        />
      )}
    </div>
  );
}
