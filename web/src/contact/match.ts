import type { Contact } from '../api/types';

type Named = Pick<Contact, 'name' | 'account_name' | 'phone'>;

/** Without accents, vowel signs and case; Arabic letters that people type alike are alike. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/ٱ/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .toUpperCase() // "ß" and "ss" are alike, as the server folds them
    .toLowerCase()
    .replace(/ς/g, 'σ')
    .trim();
}

const digitsOf = (text: string) => folded(text).replace(/\D/g, '');

const wordsOf = (text: string) => folded(text).match(/[\p{L}\p{Nd}]+/gu) ?? [];

/** "+359 (2) 555", as one run. */
const isPhone = (typed: string) => /^[\d\s+().,/-]*\d[\d\s+().,/-]*$/.test(typed);

/**
 * Every word that was typed begins a word of the name or the account, or the phone; digits alone are the beginning of
 * the phone, however they are spaced. The server finds by the same rule; only Arabic letters are stricter there.
 */
export function matches({ name, account_name, phone }: Named, typed: string): boolean {
  const asked = wordsOf(typed);
  if (asked.length === 0) return typed.trim() === '';
  const number = digitsOf(phone ?? '');
  const phoneTyped = isPhone(typed);
  if (phoneTyped && number.startsWith(digitsOf(typed))) return true;
  const names = [...wordsOf(name), ...wordsOf(account_name ?? '')];
  const own = phoneTyped ? names : [...names, number];
  return asked.every((word) => own.some((each) => each.startsWith(word)));
}
