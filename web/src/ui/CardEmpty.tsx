import type { ReactNode } from 'react';
import css from './CardState.module.css';

interface CardEmptyProps {
  missing: ReactNode;
  then?: ReactNode;
  action?: ReactNode;
}

/** One line what is missing, one line what appears then, one button. */
export function CardEmpty({ missing, then, action }: CardEmptyProps) {
  return (
    <div className={css.state}>
      <p className={css.line}>{missing}</p>
      {then && <p className={css.hint}>{then}</p>}
      {action}
    </div>
  );
}
