import type { ReactNode } from 'react';
import css from './Kbd.module.css';

export function Kbd({ onFill = false, children }: { onFill?: boolean; children: ReactNode }) {
  return (
    <kbd className={css.kbd} data-on-fill={onFill || undefined} dir="ltr">
      {children}
    </kbd>
  );
}
