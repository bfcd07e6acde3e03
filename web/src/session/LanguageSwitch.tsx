import { useLingui } from '@lingui/react/macro';
import { useId } from 'react';
import { useLanguage } from '../i18n/LanguageProvider';
import { languageFacts, languages } from '../i18n/languages';
import css from './LanguageSwitch.module.css';

/** Each language by its own name, in its own script: found by whoever can read no other. */
export function LanguageSwitch({ user }: { user?: string }) {
  const { t } = useLingui();
  const { language, choose } = useLanguage();
  const group = useId();
  return (
    <div role="radiogroup" aria-label={t`Language`} className={css.languages}>
      {languages.map((each) => (
        <label key={each} className={css.language} lang={each} dir={languageFacts[each].direction}>
          <input
            type="radio"
            name={group}
            className={css.radio}
            checked={each === language}
            onChange={() => choose(each, user)}
          />
          {languageFacts[each].name}
        </label>
      ))}
    </div>
  );
}
