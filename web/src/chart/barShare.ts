/** Lengths of bars as parts of the longest; nothing is longer than the row and a bar of something is seen. */
export function barShares(values: readonly number[]): number[] {
  const longest = Math.max(0, ...values);
  return values.map((value) => (longest > 0 && value > 0 ? Math.max(0.01, value / longest) : 0));
}
