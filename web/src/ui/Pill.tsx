import type { ComponentProps } from 'react';
import css from './Pill.module.css';

interface PillProps extends ComponentProps<'button'> {
  selected: boolean;
}

/** One of a few choices beside each other. */
export function Pill({ selected, className, ...button }: PillProps) {
  return (
    <button
      type="button"
      aria-pressed={selected}
      {...button}
      className={className ? `${css.pill} ${className}` : css.pill}
    />
  );
}
