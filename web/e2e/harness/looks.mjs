// What a journey is made in: a language and a scheme; all languages where words are what matters; two widths.
import { existsSync } from 'node:fs';
import { languages } from '../../src/i18n/languages.ts';

export const desk = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

const all = ['en', 'ar'].flatMap((language) =>
  ['light', 'dark'].map((scheme) => ({ name: `${language} ${scheme}`, language, scheme })),
);

/** `PACELINE_LOOKS=all` takes all four; `PACELINE_LOOKS='en light,ar dark'` only those, of whatever is offered. */
const told = process.env.PACELINE_LOOKS;
const wanted = told === 'all' ? undefined : told?.split(',').map((name) => name.trim());
const isWanted = ({ name }) => wanted?.includes(name) ?? true;

/** For what is judged by its looks: every colour meets every direction. */
export const everyLook = all.filter(isWanted);

/**
 * For what people do. Doing knows two differences, the direction with its keyboard and the scheme that is kept; both
 * change from the first to the second of these, and what only colour can break is judged in every look.
 */
const opposites = ['en light', 'ar dark'];
export const looks = told ? everyLook : all.filter(({ name }) => opposites.includes(name));

export const allLanguages = languages
  .map((language) => ({ name: `${language} light`, language, scheme: 'light' }))
  .filter(isWanted);

const { CHROMIUM } = process.env;
const browsers = CHROMIUM ? [CHROMIUM] : ['/usr/bin/chromium', '/usr/bin/chromium-browser'];
export const chromiumPath = browsers.find((path) => existsSync(path)) ?? null;
