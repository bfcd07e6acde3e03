// Fails when the catalogues do not hold exactly the messages of the source, or a translation is missing, unsure, lacks
// a placeholder or lacks a plural form of its language.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { entriesIn, faultsOf } from './messages.mjs';

const root = new URL('../src/i18n/catalogues/', import.meta.url).pathname;
const languages = readdirSync(root);
/** Those of the source, in every language. */
const names = readdirSync(join(root, 'en')).flatMap((part) =>
  languages.map((language) => join(language, part)),
);
const read = () => new Map(names.map((name) => [name, readFileSync(join(root, name), 'utf8')]));
const languageOf = (name) => name.split('/')[0];

const kept = read();
execFileSync('npx', ['lingui', 'extract', '--clean'], { stdio: ['ignore', 'ignore', 'inherit'] });
const fresh = read();
for (const [name, text] of kept) writeFileSync(join(root, name), text);

const stale = names.filter((name) => kept.get(name) !== fresh.get(name));
for (const name of stale) console.log(`${name} is stale: run npm run extract`);

const faults = names.flatMap((name) =>
  entriesIn(kept.get(name)).flatMap((entry) =>
    faultsOf(entry, languageOf(name)).map((fault) => `${name}: ${fault}: "${entry.source}"`),
  ),
);
for (const line of faults) console.log(line);

if (stale.length > 0 || faults.length > 0) process.exitCode = 1;
else console.log(`${names.length} catalogues are complete in ${languages.join(', ')}`);
