import { useId, type ReactNode } from 'react';
import css from './Card.module.css';
import { CardBoundary } from './CardBoundary';

interface CardProps {
  title?: ReactNode;
  /** Stands at the end of the head: a count, a legend, a link. */
  aside?: ReactNode;
  note?: ReactNode;
  /** Names the region when no title is shown. */
  label?: string;
  flush?: boolean;
  className?: string | undefined;
  children: ReactNode;
}

export function Card({ title, aside, note, label, flush = false, className, children }: CardProps) {
  const head = useId();
  return (
    <section
      className={className ? `${css.card} ${className}` : css.card}
      data-flush={flush || undefined}
      aria-label={label}
      aria-labelledby={title ? head : undefined}
    >
      {(title || aside) && (
        <header className={css.head}>
          {title && (
            <h2 id={head} className={css.title}>
              {title}
            </h2>
          )}
          {aside && <div className={css.aside}>{aside}</div>}
        </header>
      )}
      {note && <p className={css.note}>{note}</p>}
      <CardBoundary>{children}</CardBoundary>
    </section>
  );
}
