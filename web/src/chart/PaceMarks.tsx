import classes from './chart.module.css';
import type { Tone } from '../ui';
import type { PaceTexts } from './paceFrame';
import type { PaceLayout } from './paceLayout';
import type { PaceSeries } from './pacePoints';

interface PaceMarksProps {
  layout: PaceLayout;
  series: PaceSeries;
  tone: Tone;
  texts: PaceTexts;
}

/** Grid, band, plan, projection, quota with its grades, line and today, from the back to the front. */
export function PaceMarks({ layout, series, tone, texts }: PaceMarksProps) {
  const { x, y, box, path, done, ticks } = layout;
  const floor = box.height - box.bottom;
  return (
    <g data-tone={tone} className={classes.tone}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line className={classes.grid} x1={x(0)} x2={x(1)} y1={y(tick)} y2={y(tick)} />
          <text
            className={classes.axis}
            x={x(0) + (x(0) < x(1) ? -8 : 8)}
            y={y(tick) + 4}
            textAnchor="end"
          >
            {texts.count(tick)}
          </text>
        </g>
      ))}
      <path className={classes.band} d={path.band} />
      <path className={classes.plan} d={path.plan} />
      <path className={classes.range} d={path.range} />
      {series.grades.map(({ key, at }) => (
        <line key={key} className={classes.grade} x1={x(0)} x2={x(1)} y1={y(at)} y2={y(at)} />
      ))}
      <line
        className={classes.quota}
        x1={x(0)}
        x2={x(1)}
        y1={y(series.amount)}
        y2={y(series.amount)}
      />
      {series.now && (
        <line
          className={classes.today}
          x1={x(series.now.share)}
          x2={x(series.now.share)}
          y1={y(series.now.counted)}
          y2={floor}
        />
      )}
      <path className={classes.likely} d={path.likely} />
      <path className={classes.line} d={path.done} />
      {series.now && (
        <circle
          className={classes.expectedDot}
          cx={x(series.now.share)}
          cy={y(series.now.expected)}
          r={3.25}
        />
      )}
      {done && <circle className={classes.dot} cx={x(done.share)} cy={y(done.value)} r={4.5} />}
    </g>
  );
}
