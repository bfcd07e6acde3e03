// What every journey is made in: two languages, two schemes; all languages where words are what matters; two widths.
import { existsSync } from 'node:fs';
import { languages } from '../../src/i18n/languages.ts';

export const desk = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

const all = ['en', 'ar'].flatMap((language) =>
  ['light', 'dark'].map((scheme) => ({ name: `${language} ${scheme}`, language, scheme })),
);

/** `PACELINE_LOOKS='en light,ar dark'` leaves the others out. */
const wanted = process.env.PACELINE_LOOKS?.split(',').map((name) => name.trim());
const isWanted = ({ name }) => wanted?.includes(name) ?? true;
export const looks = all.filter(isWanted);

export const allLanguages = languages
  .map((language) => ({ name: `${language} light`, language, scheme: 'light' }))
  .filter(isWanted);

const { CHROMIUM } = process.env;
const browsers = CHROMIUM ? [CHROMIUM] : ['/usr/bin/chromium', '/usr/bin/chromium-browser'];
export const chromiumPath = browsers.find((path) => existsSync(path)) ?? null;
