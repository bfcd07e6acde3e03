import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

const pages = ['<rootDir>/src/quota', '<rootDir>/src/chart'];
const setUp = ['<rootDir>/src/team'];
const reports = ['<rootDir>/src/report'];
const fair = ['<rootDir>/src/fair'];
const pipeline = ['<rootDir>/src/pipeline', '<rootDir>/src/standing'];
const imports = ['<rootDir>/src/import'];

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'bg', 'ar', 'hu', 'ru', 'sq'],
  fallbackLocales: { default: 'en' },
  catalogs: [
    {
      path: '<rootDir>/src/i18n/catalogues/{locale}/app',
      include: ['<rootDir>/src'],
      exclude: [
        '**/*.test.*',
        ...[...pages, ...setUp, ...reports, ...fair, ...pipeline, ...imports].map(
          (page) => `${page}/**`,
        ),
      ],
    },
    {
      path: '<rootDir>/src/i18n/catalogues/{locale}/quota',
      include: pages,
      exclude: ['**/*.test.*'],
    },
    {
      path: '<rootDir>/src/i18n/catalogues/{locale}/team',
      include: setUp,
      exclude: ['**/*.test.*'],
    },
    {
      path: '<rootDir>/src/i18n/catalogues/{locale}/report',
      include: reports,
      exclude: ['**/*.test.*'],
    },
    {
      path: '<rootDir>/src/i18n/catalogues/{locale}/fair',
      include: fair,
      exclude: ['**/*.test.*'],
    },
    {
      path: '<rootDir>/src/i18n/catalogues/{locale}/pipeline',
      include: pipeline,
      exclude: ['**/*.test.*'],
    },
    {
      path: '<rootDir>/src/i18n/catalogues/{locale}/import',
      include: imports,
      exclude: ['**/*.test.*'],
    },
  ],
  format: formatter({ lineNumbers: false }),
});
