import { useFormat } from '../format';
import css from './import.module.css';

interface ProgressProps {
  label: string;
  done: number;
  of: number;
}

/** How far something is, as a bar and in percent. */
export function Progress({ label, done, of }: ProgressProps) {
  const { number } = useFormat();
  const share = of === 0 ? 0 : Math.min(1, done / of);
  return (
    <div className={css.progress}>
      <p role="status" aria-live="polite">
        {label}
      </p>
      <span className={css.percent}>{number.percent(Math.floor(share * 100) / 100)}</span>
      <progress aria-label={label} value={share} max={1} />
    </div>
  );
}
