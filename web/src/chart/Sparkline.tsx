import type { Direction } from './box';
import classes from './chart.module.css';
import type { Tone } from '../ui';
import { SPARK, sparkLayout } from './sparkLayout';

interface SparklineProps {
  attainments: readonly number[];
  tone: Tone;
  /** The course in words. */
  title: string;
  direction: Direction;
}

export function Sparkline({ attainments, tone, title, direction }: SparklineProps) {
  const layout = sparkLayout(attainments, direction);
  if (!layout) return null;
  return (
    <svg
      className={classes.spark}
      role="img"
      width={SPARK.width}
      height={SPARK.height}
      aria-label={title}
    >
      <line
        className={classes.sparkQuota}
        x1={0}
        x2={SPARK.width}
        y1={layout.quotaY}
        y2={layout.quotaY}
      />
      <path className={classes.sparkLine} d={layout.path} />
      <g data-tone={tone} className={classes.tone}>
        <circle className={classes.sparkEnd} cx={layout.end.x} cy={layout.end.y} r={2.5} />
      </g>
    </svg>
  );
}
