import { useDirection } from '@mantine/core';
import { useEffect } from 'react';
import { useLanguage } from '../i18n/LanguageProvider';
import { languageFacts } from '../i18n/languages';

export function DirectionFollower() {
  const { language } = useLanguage();
  const { setDirection } = useDirection();
  const { direction } = languageFacts[language];
  useEffect(() => setDirection(direction), [direction, setDirection]);
  return null;
}
