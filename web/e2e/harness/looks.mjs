// What every journey is made in: two languages, two schemes; and the two widths.
import { existsSync } from 'node:fs';

export const desk = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

const all = ['en', 'ar'].flatMap((language) =>
  ['light', 'dark'].map((scheme) => ({ name: `${language} ${scheme}`, language, scheme })),
);

/** `PACELINE_LOOKS='en light,ar dark'` leaves the others out. */
const wanted = process.env.PACELINE_LOOKS?.split(',').map((name) => name.trim());
export const looks = all.filter(({ name }) => wanted?.includes(name) ?? true);

const { CHROMIUM } = process.env;
const browsers = CHROMIUM ? [CHROMIUM] : ['/usr/bin/chromium', '/usr/bin/chromium-browser'];
export const chromiumPath = browsers.find((path) => existsSync(path)) ?? null;
