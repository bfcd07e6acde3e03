import type { ReactNode } from 'react';
import css from './PageHead.module.css';

interface PageHeadProps {
  title: ReactNode;
  /** Whose, which period, as of when. */
  line?: ReactNode;
  /** The day strip or the page's buttons. */
  end?: ReactNode;
}

export function PageHead({ title, line, end }: PageHeadProps) {
  return (
    <header className={css.head}>
      <div className={css.words}>
        <h1 className={css.title}>{title}</h1>
        {line && <p className={css.line}>{line}</p>}
      </div>
      {end && <div className={css.end}>{end}</div>}
    </header>
  );
}
