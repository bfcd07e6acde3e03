// Names of months and weekdays. Intl has most of them; Chromium has no Albanian, and writes Bulgarian months as figures.
import type { Day } from '../api/types';

export interface Names {
  /** Nov, as the head of a column */
  monthShort(day: Day): string;
  /** November, alone */
  monthLong(day: Day): string;
  /** As they stand beside the number of a day: "нояб.", "ноября" */
  monthShortOfDay(day: Day): string;
  monthLongOfDay(day: Day): string;
  weekdayShort(day: Day): string;
  weekdayLong(day: Day): string;
}

/** January first, Sunday first. */
interface Table {
  months?: readonly string[];
  monthsShort: readonly string[];
  weekdays?: readonly string[];
  weekdaysShort?: readonly string[];
}

const listed = (words: string): readonly string[] => words.split('|');

const tables: Partial<Record<string, Table>> = {
  bg: { monthsShort: listed('яну|фев|мар|апр|май|юни|юли|авг|сеп|окт|ное|дек') },
  sq: {
    months: listed('janar|shkurt|mars|prill|maj|qershor|korrik|gusht|shtator|tetor|nëntor|dhjetor'),
    monthsShort: listed('jan|shk|mar|pri|maj|qer|korr|gush|sht|tet|nën|dhj'),
    weekdays: listed('e diel|e hënë|e martë|e mërkurë|e enjte|e premte|e shtunë'),
    weekdaysShort: listed('die|hën|mar|mër|enj|pre|sht'),
  },
};

const noonOf = (day: Day) => new Date(`${day}T12:00:00Z`);

function ofIntl(locale: string): Names {
  const part = (options: Intl.DateTimeFormatOptions, type: 'month' | 'weekday') => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
    return (day: Day) =>
      format.formatToParts(noonOf(day)).find((each) => each.type === type)?.value ?? '';
  };
  return {
    monthShort: part({ month: 'short' }, 'month'),
    monthLong: part({ month: 'long' }, 'month'),
    monthShortOfDay: part({ day: 'numeric', month: 'short' }, 'month'),
    monthLongOfDay: part({ day: 'numeric', month: 'long' }, 'month'),
    weekdayShort: part({ weekday: 'short' }, 'weekday'),
    weekdayLong: part({ weekday: 'long' }, 'weekday'),
  };
}

function ofTable({ months, monthsShort, weekdays, weekdaysShort }: Table): Partial<Names> {
  const monthIn = (words: readonly string[]) => (day: Day) =>
    words[noonOf(day).getUTCMonth()] ?? '';
  const dayIn = (words: readonly string[]) => (day: Day) => words[noonOf(day).getUTCDay()] ?? '';
  return {
    monthShort: monthIn(monthsShort),
    monthShortOfDay: monthIn(monthsShort),
    ...(months && { monthLong: monthIn(months), monthLongOfDay: monthIn(months) }),
    ...(weekdays && { weekdayLong: dayIn(weekdays) }),
    ...(weekdaysShort && { weekdayShort: dayIn(weekdaysShort) }),
  };
}

/** `locale` is what Intl is asked for where the language has no table of its own. */
export function namesOf(language: string, locale: string): Names {
  const table = tables[language];
  return { ...ofIntl(locale), ...(table && ofTable(table)) };
}
