export const languages = ['en', 'bg', 'ar', 'hu', 'ru', 'sq'] as const;

export type Language = (typeof languages)[number];

interface LanguageFacts {
  /** As those call it who speak it. */
  name: string;
  direction: 'ltr' | 'rtl';
  /**
   * What Intl is asked for: day before month, and Latin digits in Arabic. Chromium has no Albanian and would take the
   * language of the device: figures are written as in Bulgarian, which is the same, names of days by `format/names`.
   */
  locale: string;
}

export const languageFacts: Record<Language, LanguageFacts> = {
  en: { name: 'English', direction: 'ltr', locale: 'en-GB' },
  bg: { name: 'Български', direction: 'ltr', locale: 'bg' },
  ar: { name: 'العربية', direction: 'rtl', locale: 'ar-u-nu-latn' },
  hu: { name: 'Magyar', direction: 'ltr', locale: 'hu' },
  ru: { name: 'Русский', direction: 'ltr', locale: 'ru' },
  sq: { name: 'Shqip', direction: 'ltr', locale: 'bg' },
};

export function isLanguage(text: string | null | undefined): text is Language {
  return languages.some((language) => language === text);
}

export function languageOfBrowser(preferred: readonly string[]): Language {
  const wanted = preferred.map((tag) => tag.slice(0, 2).toLowerCase());
  return wanted.find(isLanguage) ?? 'en';
}
