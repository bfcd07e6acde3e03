export { ChartTable } from './ChartTable';
export { type DayBar, DayBars } from './DayBars';
export { DaySpark } from './DaySpark';
export { HeatDays, type HeatWords } from './HeatDays';
export { heatGrid, isOwnDay } from './heatGrid';
export { PaceChart, type PaceWords } from './PaceChart';

export { type GradeAt, hasPace, type PaceDay, type PacePoint, type PaceSeries } from './pacePoints';
export { Sparkline } from './Sparkline';
