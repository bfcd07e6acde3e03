import { type PointerEvent, useId, useMemo } from 'react';
import { type Direction, nearest } from './box';
import { ChartTip } from './ChartTip';
import classes from './chart.module.css';
import { measureText } from './measure';
import type { PaceTexts } from './paceFrame';
import { PaceLabels } from './PaceLabels';
import { type PaceLayout, paceLayout } from './paceLayout';
import { PaceMarks } from './PaceMarks';
import type { Tone } from '../ui';
import type { PacePoint, PaceSeries } from './pacePoints';
import { type Arrow, useCursor } from './useCursor';
import { useWidth } from './useWidth';

export interface PaceWords extends PaceTexts {
  title: string;
  /** The sentence of the card. */
  description: string;
  plan: string;
  /** One day in words, for the cursor. */
  tip: (point: PacePoint) => string;
}

interface PaceChartProps {
  series: PaceSeries;
  tone: Tone;
  words: PaceWords;
  direction: Direction;
  weekStart?: number;
}

const heightOf = (width: number) => (width < 480 ? 220 : 272);

function cursorMove(points: readonly PacePoint[], today: number, direction: Direction) {
  return (from: number | null, key: Arrow) => {
    const last = points.length - 1;
    if (key === 'Home') return 0;
    if (key === 'End') return last;
    if (from === null) return today;
    const later = key === 'ArrowUp' || (key === 'ArrowRight') === (direction === 'ltr');
    const sign = key === 'ArrowDown' ? -1 : later ? 1 : -1;
    return Math.min(Math.max(from + sign, 0), last);
  };
}

function Cursor({ layout, point }: { layout: PaceLayout; point: PacePoint }) {
  const { x, y, box } = layout;
  const value = point.total ?? point.likely;
  return (
    <g>
      <line
        className={classes.cursor}
        x1={x(point.share)}
        x2={x(point.share)}
        y1={box.top}
        y2={box.height - box.bottom}
      />
      {value !== null && (
        <circle className={classes.cursorDot} cx={x(point.share)} cy={y(value)} r={4} />
      )}
    </g>
  );
}

function Legend({ words }: { words: PaceWords }) {
  return (
    <figcaption className={classes.legend}>
      {words.band !== null && (
        <span className={classes.legendItem}>
          <span className={classes.swatch} />
          {words.band}
        </span>
      )}
      <span className={classes.legendItem}>
        <span className={classes.dash} />
        {words.plan}
      </span>
    </figcaption>
  );
}

/** The course of one quota in one period. Draws nothing for a series without pace: ask `hasPace` first. */
export function PaceChart({ series, tone, words, direction, weekStart = 1 }: PaceChartProps) {
  const id = useId();
  const [figure, width] = useWidth<HTMLElement>(680);
  const layout = useMemo(
    () =>
      paceLayout(series, {
        width,
        height: heightOf(width),
        direction,
        weekStart,
        texts: words,
        measure: measureText,
      }),
    [series, width, direction, weekStart, words],
  );
  const working = useMemo(
    () => layout.points.filter(({ minutes, total }) => minutes > 0 || total),
    [layout],
  );
  const today = working.findIndex(({ day }) => day === series.now?.day);
  const cursor = useCursor(cursorMove(working, today < 0 ? working.length - 1 : today, direction));
  const point = cursor.at === null ? undefined : working[cursor.at];
  const cursorX = point ? layout.x(point.share) : 0;
  const pointAt = (event: PointerEvent<SVGSVGElement>) => {
    const at = event.clientX - event.currentTarget.getBoundingClientRect().left;
    cursor.setAt(
      nearest(
        working.map(({ share }) => layout.x(share)),
        at,
      ),
    );
  };
  return (
    <figure ref={figure} className={classes.figure}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <svg
        className={classes.svg}
        role="img"
        // The arrow keys move a cursor along the chart.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        width={width}
        height={layout.box.height}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-description`}
        onKeyDown={cursor.onKeyDown}
        onPointerMove={pointAt}
        onPointerLeave={cursor.leave}
        onBlur={cursor.leave}
      >
        <title id={`${id}-title`}>{words.title}</title>
        <desc id={`${id}-description`}>{words.description}</desc>
        <PaceMarks layout={layout} series={series} tone={tone} texts={words} />
        <PaceLabels layout={layout} tone={tone} texts={words} />
        {point && <Cursor layout={layout} point={point} />}
        <rect className={classes.hit} width={width} height={layout.box.height}>
          <title />
        </rect>
      </svg>
      <ChartTip
        text={point ? words.tip(point) : null}
        x={cursorX}
        width={width}
        y={point ? layout.y(point.total ?? point.likely ?? point.plan) : 0}
      />
      {!layout.band && <Legend words={words} />}
    </figure>
  );
}
