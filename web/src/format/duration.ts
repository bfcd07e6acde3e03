/** Minutes alone, minutes:seconds, or with the first letters of each unit in any of the languages. */
const m = '(?:m|min|p|perc|м|мин|د)\\.?';
const s = '(?:s|sec|sek|mp|с|сек|ث)\\.?';
const forms = [
  /^(?<minutes>\d{1,4})(?::(?<seconds>[0-5]\d))?$/,
  new RegExp(`^(?<minutes>\\d{1,4})\\s*${m}\\s*(?:(?<seconds>\\d{1,2})\\s*(?:${s})?)?$`, 'i'),
  new RegExp(`^(?<seconds>\\d{1,5})\\s*${s}$`, 'i'),
];

/** Seconds from "5", "4:31", "5m" or "30s"; null when empty, undefined when it is none of them. */
export function parseDuration(text: string): number | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const found = forms.map((form) => form.exec(trimmed)).find((each) => each !== null);
  if (found?.groups === undefined) return undefined;
  const { minutes = '0', seconds = '0' } = found.groups;
  return Number(minutes) * 60 + Number(seconds);
}
