import type { Messages } from '@lingui/core';
import type { Language } from './languages';

type Catalogue = { messages: Messages };

const loaders = import.meta.glob<Catalogue>('./catalogues/*/*.po');

export async function loadCatalogue(language: Language): Promise<Messages> {
  const own = Object.keys(loaders).filter((path) => path.startsWith(`./catalogues/${language}/`));
  // Where two have a message, the one of the shell stands: it comes last.
  own.sort((a, b) => Number(a.endsWith('/app.po')) - Number(b.endsWith('/app.po')));
  const parts = await Promise.all(own.map((path) => loaders[path]?.()));
  return Object.assign({}, ...parts.map((part) => part?.messages));
}
