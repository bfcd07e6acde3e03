import { paceSeries } from '../src/quota/paceSeries';
import { detail } from './fixtures';

/** The course of the made-up quarter, as of its 41st working day. */
export const seriesOf = (today: string) => paceSeries(detail, today);
