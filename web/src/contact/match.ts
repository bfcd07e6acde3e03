import type { Contact } from '../api/types';

type Named = Pick<Contact, 'name' | 'account_name' | 'phone'>;

/** Without accents, vowel signs and case; Arabic letters that people type alike are alike. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .toLowerCase()
    .trim();
}

const digitsOf = (text: string) => text.replace(/\D/g, '');

function beginsWord(text: string, prefix: string): boolean {
  return ` ${folded(text).replace(/[^\p{L}\p{N}]+/gu, ' ')}`.includes(` ${prefix}`);
}

/** The same match as the server's: the beginning of any word of the name, the account or the phone. */
export function matches({ name, account_name, phone }: Named, typed: string): boolean {
  const prefix = folded(typed).replace(/[^\p{L}\p{N}]+/gu, ' ');
  if (prefix === '') return true;
  if (beginsWord(name, prefix) || beginsWord(account_name ?? '', prefix)) return true;
  const digits = digitsOf(typed);
  return digits !== '' && phone !== null && digitsOf(phone).startsWith(digits);
}
