import { setupI18n, type I18n } from '@lingui/core';
import { loadCatalogue } from '../src/i18n/catalogue';
import { languageFacts, type Language } from '../src/i18n/languages';

export async function i18nIn(language: Language): Promise<I18n> {
  const i18n = setupI18n();
  const messages = await loadCatalogue(language);
  const { locale } = languageFacts[language];
  i18n.loadAndActivate({ locale: language, locales: [locale], messages });
  return i18n;
}
