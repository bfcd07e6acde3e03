import css from './Avatar.module.css';
import { initialsOf } from './initials';

export function Avatar({ name, size = 28 }: { name: string; size?: number }) {
  return (
    <span className={css.avatar} style={{ inlineSize: size, blockSize: size }} aria-hidden>
      {initialsOf(name)}
    </span>
  );
}
