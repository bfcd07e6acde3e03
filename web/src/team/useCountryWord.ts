import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';

/** The countries whose holidays come with the program. */
const words: Record<string, MessageDescriptor> = {
  AE: msg`United Arab Emirates`,
  AL: msg`Albania`,
  BG: msg`Bulgaria`,
  DE: msg`Germany`,
  GB: msg`United Kingdom`,
  HU: msg`Hungary`,
  RU: msg`Russia`,
  SA: msg`Saudi Arabia`,
  US: msg`United States`,
};

export function useCountryWord(): (country: string) => string {
  const { i18n } = useLingui();
  return (country) => {
    const word = words[country];
    return word ? i18n._(word) : country;
  };
}
