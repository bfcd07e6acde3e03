import { isLanguage, languageOfBrowser, type Language } from './languages';

const lastUsed = 'paceline.language';

function placeOf(user: string | undefined): string {
  return user === undefined ? lastUsed : `${lastUsed}.${user}`;
}

export function chosenLanguage(user?: string): Language {
  const own = localStorage.getItem(placeOf(user)) ?? localStorage.getItem(lastUsed);
  return isLanguage(own) ? own : languageOfBrowser(navigator.languages);
}

export function keepLanguage(language: Language, user?: string): void {
  localStorage.setItem(lastUsed, language);
  localStorage.setItem(placeOf(user), language);
}
