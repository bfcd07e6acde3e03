import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import { loadCatalogue } from './catalogue';
import { chosenLanguage, keepLanguage } from './choice';
import { languageFacts, type Language } from './languages';

interface LanguageChoice {
  language: Language;
  choose: (language: Language, user?: string) => void;
  /** Follows the language that this user keeps on this device. */
  follow: (user: string) => void;
}

const LanguageContext = createContext<LanguageChoice | null>(null);

export function useLanguage(): LanguageChoice {
  const choice = use(LanguageContext);
  if (choice === null) throw new Error('no LanguageProvider');
  return choice;
}

async function activate(language: Language): Promise<void> {
  i18n.loadAndActivate({
    locale: language,
    locales: [languageFacts[language].locale],
    messages: await loadCatalogue(language),
  });
  document.documentElement.lang = language;
  document.documentElement.dir = languageFacts[language].direction;
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [wanted, setWanted] = useState<Language>(() => chosenLanguage());
  const [language, setLanguage] = useState<Language | null>(null);

  useEffect(() => {
    let current = true;
    void activate(wanted).then(() => current && setLanguage(wanted));
    return () => {
      current = false;
    };
  }, [wanted]);

  const choose = useCallback((next: Language, user?: string) => {
    keepLanguage(next, user);
    setWanted(next);
  }, []);
  const follow = useCallback((user: string) => setWanted(chosenLanguage(user)), []);
  const choice = useMemo(
    () => (language === null ? null : { language, choose, follow }),
    [language, choose, follow],
  );

  if (choice === null) return null;
  return (
    <LanguageContext value={choice}>
      <I18nProvider i18n={i18n}>{children}</I18nProvider>
    </LanguageContext>
  );
}
