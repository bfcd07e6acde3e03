import type { Messages } from '@lingui/core';
import type { Language } from './languages';

type Catalogue = { messages: Messages };

const loaders: Record<Language, () => Promise<Catalogue[]>> = {
  en: () => Promise.all([import('./catalogues/en/app.po'), import('./catalogues/en/quota.po')]),
  ar: () => Promise.all([import('./catalogues/ar/app.po'), import('./catalogues/ar/quota.po')]),
};

export async function loadCatalogue(language: Language): Promise<Messages> {
  const parts = await loaders[language]();
  // Where both have a message, the one of the shell stands: it comes last.
  return Object.assign({}, ...parts.map((part) => part.messages).reverse());
}
