/** First letters of the first and the last word; Arabic words keep their letters apart. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  const letters = ends.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '');
  const arabic = letters.some((letter) => /\p{Script=Arabic}/u.test(letter));
  return letters.join(arabic ? '\u200c' : '');
}
