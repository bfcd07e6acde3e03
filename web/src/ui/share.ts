/** The part of a whole as 0 to 1, held inside the track. */
export function shareOf(value: number, whole: number): number {
  return whole > 0 ? Math.min(Math.max(value / whole, 0), 1) : 0;
}
