import classes from './chart.module.css';

interface ChartTipProps {
  /** What is pointed at, in words; null when nothing is. */
  text: string | null;
  x: number;
  width: number;
  y?: number;
}

const HALF_PX = 140;

/** The words of the cursor. The element is always there, so that a screen reader speaks each change. */
export function ChartTip({ text, x, width, y = 0 }: ChartTipProps) {
  const left = Math.min(
    Math.max(x, Math.min(HALF_PX, width / 2)),
    Math.max(width - HALF_PX, width / 2),
  );
  return (
    <output className={text === null ? classes.silent : classes.tip} style={{ left, top: y }}>
      {text}
    </output>
  );
}
