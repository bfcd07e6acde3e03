/** Seconds from "271" or "4:31"; null when empty, undefined when it is neither. */
export function parseDuration(text: string): number | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const [, minutes, seconds] = /^(?:(\d{1,4}):(?=[0-5]\d$))?(\d{1,6})$/.exec(trimmed) ?? [];
  if (seconds === undefined) return undefined;
  return Number(minutes ?? 0) * 60 + Number(seconds);
}
