import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

const pages = ['<rootDir>/src/quota', '<rootDir>/src/chart'];

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'ar'],
  catalogs: [
    {
      path: '<rootDir>/src/i18n/catalogues/{locale}/app',
      include: ['<rootDir>/src'],
      exclude: ['**/*.test.*', ...pages.map((page) => `${page}/**`)],
    },
    {
      path: '<rootDir>/src/i18n/catalogues/{locale}/quota',
      include: pages,
      exclude: ['**/*.test.*'],
    },
  ],
  format: formatter({ lineNumbers: false }),
});
