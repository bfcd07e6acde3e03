// Prints what a first visit and each lazy part weigh, compressed, and fails above the budget.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const dist = new URL('../dist/', import.meta.url).pathname;
const budgets = { entry: 180_000, route: 40_000, css: 32_000 };

const html = readFileSync(join(dist, 'index.html'), 'utf8');
const assets = readdirSync(join(dist, 'assets'));
const weight = (name) => statSync(join(dist, 'assets', `${name}.br`)).size;
const sum = (names) => [...names].reduce((total, name) => total + weight(name), 0);

/** The chunks that a chunk needs before it runs. */
function withImports(name, seen = new Set()) {
  if (seen.has(name)) return seen;
  seen.add(name);
  const text = readFileSync(join(dist, 'assets', name), 'utf8');
  for (const [, next] of text.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)) {
    withImports(next, seen);
  }
  return seen;
}

const first = /<script[^>]+src="\/assets\/([\w.-]+\.js)"/.exec(html)?.[1];
if (first === undefined) throw new Error('index.html loads no script');
const entry = withImports(first);

const isPart = (name) => /^(\w+Page|QuickLog|Palette|HelpSheet|EvidenceDrawer)-.*\.js$/.test(name);
const parts = assets.filter(isPart).map((name) => {
  const own = [...withImports(name)].filter((chunk) => !entry.has(chunk));
  return [name.replace(/-[\w-]+\.js$/, ''), sum(own), budgets.route];
});
const rows = [
  ['entry JavaScript', sum(entry), budgets.entry],
  ...parts,
  ['all CSS', sum(assets.filter((name) => name.endsWith('.css'))), budgets.css],
];

for (const [name, bytes, budget] of rows) {
  const verdict = bytes > budget ? '  ABOVE' : '';
  const [has, may] = [bytes, budget].map((number) => (number / 1000).toFixed(1).padStart(7));
  console.log(`${name.padEnd(18)}${has} kB of ${may} kB${verdict}`);
}
if (rows.some(([, bytes, budget]) => bytes > budget)) process.exitCode = 1;
