/** "Under 20 seconds" as it stands after a colon: "under 20 seconds". */
export function inSentence(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
