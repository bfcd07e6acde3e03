import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
import { useZone } from './ZoneContext';
import { languageFacts, isLanguage } from '../i18n/languages';
import { createFormat, type Format } from './createFormat';

export function useFormat(): Format {
  const { i18n } = useLingui();
  const zone = useZone();
  const language = isLanguage(i18n.locale) ? i18n.locale : 'en';
  return useMemo(
    () => createFormat(i18n, languageFacts[language].locale, zone),
    [i18n, language, zone],
  );
}
