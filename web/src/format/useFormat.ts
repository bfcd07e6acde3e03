import type { I18n } from '@lingui/core';
import { useLingui } from '@lingui/react';
import { useZone } from './ZoneContext';
import { languageFacts, isLanguage } from '../i18n/languages';
import { createFormat, type Format } from './createFormat';

// Making the formatters of a language takes a hundred times as long as using them, and a table has hundreds of cells:
// all of them share one.
const formats = new WeakMap<I18n, Map<string, Format>>();

function formatOf(i18n: I18n, locale: string, zone: string): Format {
  const known = formats.get(i18n) ?? new Map<string, Format>();
  formats.set(i18n, known);
  const key = `${i18n.locale} ${locale} ${zone}`;
  const format = known.get(key) ?? createFormat(i18n, locale, zone);
  known.set(key, format);
  return format;
}

export function useFormat(): Format {
  const { i18n } = useLingui();
  const zone = useZone();
  const language = isLanguage(i18n.locale) ? i18n.locale : 'en';
  return formatOf(i18n, languageFacts[language].locale, zone);
}
