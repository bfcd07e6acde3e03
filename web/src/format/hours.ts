/** "8", "7:30": hours of a day as a person writes them. */
export function hoursText(minutes: number): string {
  const rest = minutes % 60;
  const hours = Math.floor(minutes / 60);
  return rest === 0 ? String(hours) : `${hours}:${String(rest).padStart(2, '0')}`;
}

/** Minutes from "8", "7:30" or "7.5"; null when it is none of them, or more than a day. */
export function minutesOf(text: string): number | null {
  const trimmed = text.trim();
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(trimmed);
  const plain = /^\d{1,2}(?:[.,]\d{1,2})?$/.exec(trimmed);
  if (!clock && !plain) return null;
  const minutes = clock
    ? Number(clock[1]) * 60 + Number(clock[2])
    : Math.round(Number(trimmed.replace(',', '.')) * 60);
  return minutes <= 1440 ? minutes : null;
}
