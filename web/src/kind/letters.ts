/** A word that is chosen by one key. */
export interface KeyWord {
  word: string;
  label: string;
  /** From the catalogue; null for a word that the company added. */
  letter: string | null;
  latin: string | null;
}

export interface LetterKey extends KeyWord {
  letter: string;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function lettersOf(label: string): string[] {
  return [...label.toUpperCase()].filter((sign) => /\p{L}/u.test(sign));
}

/** Words of the company get the first free letter of their own label, else any free one. */
export function withLetters(words: readonly KeyWord[]): LetterKey[] {
  const taken = new Set(words.flatMap(({ letter }) => (letter === null ? [] : [letter])));
  return words.map((word) => {
    if (word.letter !== null) return { ...word, letter: word.letter };
    const free = [...lettersOf(word.label), ...alphabet].find((sign) => !taken.has(sign)) ?? '';
    taken.add(free);
    return { ...word, letter: free };
  });
}

type KeyPress = Pick<KeyboardEvent, 'key' | 'code'>;

/** The sign that was typed decides; on a layout of another script the Latin letter on the key does. */
export function wordOfKey(keys: readonly LetterKey[], { key, code }: KeyPress): string | null {
  const typed = key.toUpperCase();
  const byLetter = keys.find(({ letter }) => letter.toUpperCase() === typed);
  if (byLetter) return byLetter.word;
  const onKey = /^Key([A-Z])$/.exec(code)?.[1];
  const isLetter = /^\p{L}{1,2}$/u.test(key);
  if (onKey === undefined || !isLetter) return null;
  return keys.find(({ latin, letter }) => (latin ?? letter) === onKey)?.word ?? null;
}
