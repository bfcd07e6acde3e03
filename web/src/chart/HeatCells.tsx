import classes from './chart.module.css';
import type { HeatCell } from './heatGrid';
import type { HeatLayout } from './heatLayout';

export interface HeatMarks {
  /** One letter for leave and for a holiday. */
  leave: string;
  holiday: string;
  count: (count: number) => string;
}

const STEP_CLASS = [
  classes.cell0,
  classes.cell1,
  classes.cell2,
  classes.cell3,
  classes.cell4,
  classes.cell5,
];

const SHAPE_CLASS = {
  coming: classes.coming,
  off: classes.free,
  leave: classes.free,
  holiday: classes.free,
  today: classes.cellToday,
} as const;

export const inside = (cell: HeatCell, marks: HeatMarks) => {
  if (cell.state === 'leave' || cell.state === 'holiday') return marks[cell.state];
  return cell.counted === null || cell.state === 'off' ? '' : marks.count(cell.counted);
};

interface HeatCellsProps {
  layout: HeatLayout;
  marks: HeatMarks;
  pointed: number | null;
}

export function HeatCells({ layout, marks, pointed }: HeatCellsProps) {
  const { cellWidth, cellHeight } = layout;
  return layout.cells.map((cell, index) => {
    const place = { x: cell.x, y: cell.y, width: cellWidth, height: cellHeight, rx: 4 };
    const filled = cell.state === 'counted' || (cell.state === 'today' && !!cell.counted);
    const letter = cell.state === 'leave' || cell.state === 'holiday';
    return (
      <g key={cell.day}>
        {filled && <rect {...place} className={STEP_CLASS[cell.step]} />}
        {cell.state !== 'counted' && <rect {...place} className={SHAPE_CLASS[cell.state]} />}
        <text
          className={
            letter ? classes.axis : cell.step > 3 ? classes.figureLight : classes.figureDark
          }
          x={cell.x + cellWidth / 2}
          y={cell.y + cellHeight / 2 + 4}
          textAnchor="middle"
        >
          {inside(cell, marks)}
        </text>
        {index === pointed && <rect {...place} className={classes.pointed} />}
      </g>
    );
  });
}
