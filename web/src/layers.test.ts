import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The folders of the page, lowest first, and what each may import. An arrow points only to a folder that stands
 * before it in this list, so that there is no way back.
 */
const arrows: Record<string, readonly string[]> = {
  keyboard: [],
  i18n: [],
  api: [],
  format: ['i18n', 'api'],
  ui: ['api', 'format'],
  chart: ['ui'],
  session: ['i18n', 'api', 'format', 'ui'],
  kind: ['api'],
  contact: ['api'],
  signal: ['api'],
  quota: ['keyboard', 'api', 'format', 'ui', 'chart', 'session', 'kind'],
  team: ['api', 'format', 'ui', 'session', 'quota'],
  report: ['api', 'format', 'ui', 'session', 'quota'],
  import: ['api', 'format', 'ui', 'session', 'kind', 'contact', 'quota', 'team'],
  activity: ['keyboard', 'api', 'format', 'ui', 'kind', 'contact', 'quota'],
  fair: ['api', 'format', 'kind', 'quota', 'session', 'ui'],
  pipeline: ['api', 'format', 'ui', 'session', 'kind', 'contact', 'signal', 'team', 'activity'],
  standing: ['api', 'format', 'ui', 'session', 'quota', 'fair', 'pipeline'],
  today: [
    'keyboard',
    'api',
    'format',
    'ui',
    'session',
    'kind',
    'contact',
    'signal',
    'quota',
    'team',
    'activity',
    'pipeline',
  ],
  app: [
    'keyboard',
    'i18n',
    'api',
    'ui',
    'session',
    'contact',
    'quota',
    'team',
    'report',
    'import',
    'activity',
    'fair',
    'pipeline',
    'standing',
    'today',
  ],
};

interface Import {
  file: string;
  from: string;
  to: string;
}

const source = import.meta.dirname;
const folderOf = (path: string) => path.split('/')[0] ?? '';

function importsOf(file: string, text: string): Import[] {
  const paths = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']*)'/g)].map(([, path]) => path);
  return paths
    .map((path) => normalize(join(dirname(file), path ?? '')))
    .filter((path) => !path.startsWith('..') && path !== '.')
    .map((path) => ({ file, from: folderOf(file), to: folderOf(path) }))
    .filter(({ from, to }) => from !== to);
}

const names = Object.keys(arrows);
const before = (name: string) => names.slice(0, names.indexOf(name));

/** What the list does not allow; a test may look into every folder below its own. */
function forbidden(imports: readonly Import[]): string[] {
  return imports
    .filter(({ file, from, to }) => {
      const allowed = /\.test\.tsx?$/.test(file) ? before(from) : arrows[from];
      return !allowed?.includes(to);
    })
    .map(({ file, to }) => `${file} imports ${to}`);
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && name.includes('/'))
  .map((name) => ({ name, text: readFileSync(join(source, name), 'utf8') }));
const imports = files.flatMap(({ name, text }) => importsOf(name, text));

describe('the folders of the page', () => {
  it('import each other along the arrows only', () => {
    expect(forbidden(imports)).toEqual([]);
  });

  it('are all in the list, in an order without a way back', () => {
    expect([...names].sort()).toEqual([...new Set(files.map(({ name }) => folderOf(name)))].sort());
    for (const [from, allowed] of Object.entries(arrows)) {
      expect(before(from)).toEqual(expect.arrayContaining([...allowed]));
    }
  });

  it('need every arrow', () => {
    const used = new Set(imports.map(({ from, to }) => `${from} ${to}`));
    const listed = Object.entries(arrows).flatMap(([from, to]) =>
      to.map((each) => `${from} ${each}`),
    );
    expect(listed.filter((arrow) => !used.has(arrow))).toEqual([]);
  });

  it('are caught going back, also by a lazy import', () => {
    const text = "import { a } from '../today/useToday';\nconst b = import('../app/Palette');";
    expect(forbidden(importsOf('quota/Planted.tsx', text))).toEqual([
      'quota/Planted.tsx imports today',
      'quota/Planted.tsx imports app',
    ]);
  });
});
