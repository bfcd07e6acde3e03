export const languages = ['en', 'ar'] as const;

export type Language = (typeof languages)[number];

interface LanguageFacts {
  name: string;
  direction: 'ltr' | 'rtl';
  /** What Intl is asked for: day before month, and Latin digits in Arabic. */
  locale: string;
}

export const languageFacts: Record<Language, LanguageFacts> = {
  en: { name: 'English', direction: 'ltr', locale: 'en-GB' },
  ar: { name: 'العربية', direction: 'rtl', locale: 'ar-u-nu-latn' },
};

export function isLanguage(text: string | null | undefined): text is Language {
  return languages.some((language) => language === text);
}

export function languageOfBrowser(preferred: readonly string[]): Language {
  const wanted = preferred.map((tag) => tag.slice(0, 2).toLowerCase());
  return wanted.find(isLanguage) ?? 'en';
}
