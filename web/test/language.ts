import { setupI18n, type I18n } from '@lingui/core';
import { loadCatalogue } from '../src/i18n/catalogue';
import type { Language } from '../src/i18n/languages';

export async function i18nIn(language: Language): Promise<I18n> {
  const i18n = setupI18n();
  i18n.loadAndActivate({ locale: language, messages: await loadCatalogue(language) });
  return i18n;
}
