// Everything of the pace chart that is a number or a place.
import type { NowLabel } from './nowLabels';
import { paceFrame, type PaceFrame, type PaceOptions } from './paceFrame';
import {
  bandLabel,
  type BandLabel,
  type DateLabel,
  dateLabels,
  type EndLabel,
  endLabels,
  todayLabels,
} from './paceLabelPlaces';
import { type PacePaths, pacePaths } from './pacePaths';
import { type Dot, doneLine, type PaceSeries } from './pacePoints';

export interface PaceLayout extends PaceFrame {
  path: PacePaths;
  done: Dot | null;
  dates: DateLabel[];
  ends: EndLabel[];
  today: (NowLabel & { x: number })[];
  band: BandLabel | null;
}

export function paceLayout(series: PaceSeries, options: PaceOptions): PaceLayout {
  const frame = paceFrame(series, options);
  const today = todayLabels(frame, options);
  return {
    ...frame,
    path: pacePaths(frame),
    done: doneLine(frame.points, series).at(-1) ?? null,
    dates: dateLabels(frame, options),
    ends: endLabels(frame, options.texts.range !== null),
    today,
    band: bandLabel(frame, today, options),
  };
}
