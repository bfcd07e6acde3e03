import { createFormat } from '../src/format';
import { type Language, languageFacts } from '../src/i18n/languages';
import { i18nIn } from './language';
import type { Words } from '../src/quota/words';

/** The catalogue and the formats of one language, as of a person in Sofia. */
export async function wordsIn(language: Language): Promise<Words> {
  const i18n = await i18nIn(language);
  return { i18n, format: createFormat(i18n, languageFacts[language].locale, 'Europe/Sofia') };
}

/** Without the marks that keep names and figures of another direction apart. */
export const bare = (text: string) => text.replaceAll(/[\u2068\u2069\u200e]/g, '');
