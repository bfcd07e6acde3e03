import type { ReactNode } from 'react';
import { Logo } from '../ui/Logo';
import { LanguageSwitch } from './LanguageSwitch';
import css from './SignIn.module.css';

export function Gate({ children }: { children: ReactNode }) {
  return (
    <main className={css.gate}>
      <div className={css.box}>
        <div className={css.brand}>
          <Logo />
          Paceline
        </div>
        {children}
      </div>
      <LanguageSwitch />
    </main>
  );
}
