import { useLingui } from '@lingui/react/macro';
import { SegmentedControl } from '@mantine/core';
import { useLanguage } from '../i18n/LanguageProvider';
import { languageFacts, languages, type Language } from '../i18n/languages';

export function LanguageSwitch({ user }: { user?: string }) {
  const { t } = useLingui();
  const { language, choose } = useLanguage();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t`Language`}
      value={language}
      onChange={(next: string) => choose(next as Language, user)}
      data={languages.map((each) => ({ value: each, label: languageFacts[each].name }))}
    />
  );
}
