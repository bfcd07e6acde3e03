// Fails when the catalogues do not hold exactly the messages of the source, or one is not translated.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = new URL('../src/i18n/catalogues/', import.meta.url).pathname;
const names = readdirSync(root, { recursive: true }).filter((name) => name.endsWith('.po'));
const read = () => new Map(names.map((name) => [name, readFileSync(join(root, name), 'utf8')]));

const kept = read();
execFileSync('npx', ['lingui', 'extract', '--clean'], { stdio: ['ignore', 'ignore', 'inherit'] });
const fresh = read();
for (const [name, text] of kept) writeFileSync(join(root, name), text);

const stale = names.filter((name) => kept.get(name) !== fresh.get(name));
for (const name of stale) console.log(`${name} is stale: run npm run extract`);

const untranslated = names.flatMap((name) => {
  const entries = (kept.get(name) ?? '').split('\n\n').slice(1);
  const missing = entries.filter((entry) => /^msgid "/m.test(entry) && /msgstr ""\s*$/.test(entry));
  return missing.map((entry) => `${name}: ${/^msgid "[^]*?(?=\nmsgstr)/m.exec(entry)?.[0]}`);
});
for (const line of untranslated) console.log(`not translated in ${line}`);

if (stale.length > 0 || untranslated.length > 0) process.exitCode = 1;
else console.log(`${names.length} catalogues are complete`);
