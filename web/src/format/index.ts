export { minorOfThousand } from './amount';
export type { Odds } from './chance';
export { oddsOf } from './chance';
export { addDays, isCurrent, lastDayOf, noonOf, quarterOf } from './date';
export { hoursText, minutesOf } from './hours';
export { isolated, listOf } from './list';
export { createFormat, type Format } from './createFormat';
export { useFormat } from './useFormat';
