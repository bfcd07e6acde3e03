import type { ReactNode } from 'react';
import css from './Chip.module.css';
import { StatusMark } from './StatusMark';
import type { Tone } from './tone';

interface ChipProps {
  tone?: Tone;
  outline?: boolean;
  children: ReactNode;
}

/** With a tone it carries that status's mark; without one it is a quiet word. */
export function Chip({ tone, outline = false, children }: ChipProps) {
  return (
    <span className={css.chip} data-tone={tone} data-outline={outline || undefined}>
      {tone && <StatusMark tone={tone} />}
      <bdi>{children}</bdi>
    </span>
  );
}
