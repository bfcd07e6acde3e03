import classes from './chart.module.css';
import type { Direction } from './box';
import { DAY_SPARK, daySparkPath } from './daySparkPath';

interface DaySparkProps {
  /** Oldest first. */
  counts: readonly number[];
  /** The course in words. */
  title: string;
  direction: Direction;
}

/** A bar for each day, so small that hundreds of them stand in a table: one path. */
export function DaySpark({ counts, title, direction }: DaySparkProps) {
  const path = daySparkPath(counts, direction);
  if (path === null) return null;
  return (
    <svg
      className={classes.daySpark}
      role="img"
      aria-label={title}
      viewBox={`0 0 ${DAY_SPARK.width} ${DAY_SPARK.height}`}
      preserveAspectRatio="none"
    >
      <path d={path} />
    </svg>
  );
}
