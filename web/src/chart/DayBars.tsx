import { barShares } from './barShare';
import classes from './chart.module.css';

export interface DayBar {
  key: string;
  label: string;
  value: number;
  /** The value in words. */
  text: string;
  look: 'behind' | 'on' | 'ahead' | 'outline';
  strong?: boolean;
}

/** Horizontal bars on one scale, each with its figure at the end. */
export function DayBars({ title, bars }: { title: string; bars: readonly DayBar[] }) {
  const shares = barShares(bars.map(({ value }) => value));
  return (
    <dl className={classes.bars} aria-label={title}>
      {bars.map(({ key, label, text, look, strong }, index) => (
        <div key={key} className={classes.barRow}>
          <dt className={classes.barLabel} data-strong={strong || undefined}>
            {label}
          </dt>
          <dd className={classes.barTrack}>
            <span className={classes.bar} data-tone={look} style={{ '--share': shares[index] }} />
            <bdi className={classes.barValue}>{text}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
