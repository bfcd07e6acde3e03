import { describe, expect, it } from 'vitest';
import { i18nIn } from '../../test/language';
import type { Kind } from '../api/types';
import { languages } from '../i18n/languages';
import { kindKey } from './kinds';
import { withLetters, wordOfKey, type KeyWord } from './letters';
import { outcomeKey } from './outcomes';

const meeting = ['held', 'no_show', 'agreed', 'refused', 'call_back'];

const builtIn: Record<string, string[]> = {
  call: [
    'no_answer',
    'busy',
    'wrong_number',
    'answered',
    'listened',
    'agreed',
    'refused',
    'call_back',
  ],
  email: ['sent', 'replied', 'bounced'],
  meeting,
  visit: meeting,
  demo: meeting,
  social: ['sent', 'reacted'],
  estimate: ['handed_in'],
  event: ['attended'],
};

const word = (outcome: string) => ({ outcome, label: null });
const kind = (name: string): Pick<Kind, 'kind' | 'label'> => ({ kind: name, label: null });

describe.each(languages)('letters in %s', (language) => {
  it.each(Object.entries(builtIn))('are unique for the outcomes of %s', async (_, outcomes) => {
    const i18n = await i18nIn(language);
    const keys = outcomes.map((outcome) => outcomeKey(word(outcome), i18n));
    expect(keys.every(({ letter }) => letter !== null && [...letter].length === 1)).toBe(true);
    expect(new Set(keys.map(({ letter }) => letter)).size).toBe(outcomes.length);
    expect(new Set(keys.map(({ latin }) => latin)).size).toBe(outcomes.length);
  });

  it('are unique for the kinds', async () => {
    const i18n = await i18nIn(language);
    const keys = Object.keys(builtIn).map((name) => kindKey(kind(name), i18n));
    expect(new Set(keys.map(({ letter }) => letter)).size).toBe(keys.length);
    expect(new Set(keys.map(({ latin }) => latin)).size).toBe(keys.length);
  });
});

describe('words of the company', () => {
  const own = (label: string): KeyWord => ({ word: label, label, letter: null, latin: null });
  const agreed: KeyWord = { word: 'agreed', label: 'Agreed', letter: 'G', latin: 'G' };

  it('get the first free letter of their label', () => {
    const letters = withLetters([agreed, own('Gone'), own('Gonzo')]).map(({ letter }) => letter);
    expect(letters).toEqual(['G', 'O', 'N']);
  });

  it('get any letter when all of their own are taken', () => {
    expect(withLetters([agreed, own('G')]).at(-1)?.letter).toBe('A');
  });
});

describe('a key', () => {
  const press = (key: string, code: string) => ({ key, code });
  const keysIn = async (language: 'en' | 'ar') => {
    const i18n = await i18nIn(language);
    return withLetters((builtIn.call ?? []).map((outcome) => outcomeKey(word(outcome), i18n)));
  };

  it('chooses by the letter that is shown, in either case', async () => {
    const keys = await keysIn('en');
    expect(wordOfKey(keys, press('g', 'KeyG'))).toBe('agreed');
    expect(wordOfKey(keys, press('G', 'KeyG'))).toBe('agreed');
  });

  it('chooses English letters on an Arabic keyboard', async () => {
    expect(wordOfKey(await keysIn('en'), press('ل', 'KeyG'))).toBe('agreed');
    expect(wordOfKey(await keysIn('en'), press('لا', 'KeyB'))).toBe('busy');
  });

  it('chooses Arabic letters on an Arabic keyboard', async () => {
    expect(wordOfKey(await keysIn('ar'), press('ل', 'KeyG'))).toBe('no_answer');
  });

  it('chooses in Arabic on a Latin keyboard', async () => {
    expect(wordOfKey(await keysIn('ar'), press('g', 'KeyG'))).toBe('agreed');
  });

  it('that is no letter chooses nothing', async () => {
    const keys = await keysIn('en');
    expect(wordOfKey(keys, press('Enter', 'Enter'))).toBeNull();
    expect(wordOfKey(keys, press('1', 'Digit1'))).toBeNull();
    expect(wordOfKey(keys, press('z', 'KeyZ'))).toBeNull();
  });
});
