import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useRef } from 'react';
import { useKeys } from '../keyboard/useKeys';
import { Kbd, StatusMark, type Tone } from '../ui';
import css from './team.module.css';

interface TeamFilterProps {
  counts: Record<Tone, number>;
  paused: number;
  tone: Tone | null;
  onTone: (tone: Tone | null) => void;
  /** More to choose by, at the end. */
  children?: ReactNode;
}

/** How many quotas stand where; a chip keeps the reps that have one of these. */
export function TeamFilter({ counts, paused, tone, onTone, children }: TeamFilterProps) {
  const { t } = useLingui();
  const first = useRef<HTMLButtonElement>(null);
  useKeys({ f: () => first.current?.focus() });
  const { behind, on, ahead } = counts;
  const chips: { key: Tone; words: string }[] = [
    {
      key: 'behind',
      words: t`${plural(behind, { one: '# quota behind', other: '# quotas behind' })}`,
    },
    { key: 'on', words: t`${on} on pace` },
    { key: 'ahead', words: t`${ahead} ahead` },
  ];
  return (
    <div className={css.filter}>
      {chips.map(({ key, words }, index) => (
        <button
          key={key}
          ref={index === 0 ? first : undefined}
          type="button"
          className={css.filterChip}
          data-tone={key}
          aria-pressed={tone === key}
          onClick={() => onTone(tone === key ? null : key)}
        >
          <StatusMark tone={key} />
          {words}
        </button>
      ))}
      {paused > 0 && (
        <span className={css.paused}>
          <Trans>{paused} paused</Trans>
        </span>
      )}
      <span className={css.filterEnd}>
        {children}
        <span className={css.filterKey}>
          <Kbd>F</Kbd> <Trans>filter</Trans>
        </span>
      </span>
    </div>
  );
}
