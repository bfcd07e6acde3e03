import classes from './chart.module.css';
import type { PaceTexts } from './paceFrame';
import type { PaceLayout } from './paceLayout';
import type { Tone } from '../ui';

interface PaceLabelsProps {
  layout: PaceLayout;
  tone: Tone;
  texts: PaceTexts;
}

const END_CLASS = {
  quota: classes.strong,
  done: classes.strong,
  floor: classes.axis,
  stretch: classes.axis,
} as const;

function EndLabels({ layout, tone, texts }: PaceLabelsProps) {
  const x = layout.x(1) + (layout.x(0) < layout.x(1) ? 8 : -8);
  return layout.ends.map(({ key, at }) => {
    if (key !== 'likely') {
      return (
        <text key={key} className={END_CLASS[key]} x={x} y={at + 4}>
          {texts[key]}
        </text>
      );
    }
    const base = texts.range ? at - 4 : at + 4;
    return (
      <g key={key} data-tone={tone} className={classes.tone}>
        <text className={classes.toneText} x={x} y={base}>
          {texts.likely}
        </text>
        <text className={classes.axis} x={x} y={base + 16}>
          {texts.range}
        </text>
      </g>
    );
  });
}

/** Words at the lines: end labels, today's two figures, the name of the band, dates. */
export function PaceLabels(props: PaceLabelsProps) {
  const { layout, texts } = props;
  return (
    <g>
      <EndLabels {...props} />
      {layout.today.map(({ key, x, y, anchor }) => (
        <text
          key={key}
          className={key === 'done' ? classes.strong : classes.halo}
          x={x}
          y={y}
          textAnchor={anchor}
        >
          {texts[key]}
        </text>
      ))}
      {layout.band?.lines.map((text, index, lines) => (
        <text
          key={text}
          className={classes.halo}
          x={layout.band?.x}
          y={(layout.band?.y ?? 0) - (lines.length - 1 - index) * 16}
          textAnchor="middle"
        >
          {text}
        </text>
      ))}
      {layout.dates.map(({ key, at, text, edge }) => (
        <text
          key={key}
          className={edge === 'today' ? classes.todayText : classes.axis}
          x={at}
          y={layout.box.height - 8}
          textAnchor="middle"
        >
          {text}
        </text>
      ))}
    </g>
  );
}
