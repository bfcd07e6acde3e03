import type { ReactNode } from 'react';
import css from './StepHead.module.css';

interface StepHeadProps {
  id?: string;
  hint?: string;
  children: ReactNode;
}

export function StepHead({ id, hint, children }: StepHeadProps) {
  return (
    <div className={css.head}>
      <span id={id} className={css.name}>
        {children}
      </span>
      {hint && <span className={css.hint}>{hint}</span>}
    </div>
  );
}
