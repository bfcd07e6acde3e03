import type { I18n } from '@lingui/core';
import type { Format } from '../format';

/** What every function needs that makes words: the catalogue and the formats of the language. */
export interface Words {
  i18n: I18n;
  format: Format;
}
