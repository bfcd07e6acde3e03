import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import type { Temperature } from '../api/types';

const words: Record<Temperature, MessageDescriptor> = {
  cold: msg({ message: 'cold', context: 'temperature of a contact' }),
  warm: msg({ message: 'warm', context: 'temperature of a contact' }),
  hot: msg({ message: 'hot', context: 'temperature of a contact' }),
};

export function useTemperatureWord(): (temperature: Temperature) => string {
  const { i18n } = useLingui();
  return (temperature) => i18n._(words[temperature]);
}
