import type { ReactNode } from 'react';
import css from './Ratio.module.css';

/** "88 / 150": one left-to-right unit in every language. */
export function Ratio({ done, of }: { done: ReactNode; of: ReactNode }) {
  return (
    <bdi dir="ltr" className={css.ratio}>
      <b>{done}</b>
      <span className={css.of}> / {of}</span>
    </bdi>
  );
}
