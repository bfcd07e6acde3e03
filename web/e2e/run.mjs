// Walks through the page as people do, in a real browser against the real program: `npm run e2e`, or
// `npm run e2e -- quick_log offline` for some of the journeys; on SQLite, or where PACELINE_TEST_DATABASE says
// (harness/place.mjs). A file with a failure is walked once more, alone: a budget of time that was missed beside another
// journey, on a busy machine, is said but not held against the page. The last line says how many passed in the end.
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { run } from 'node:test';
import { chromiumPath } from './harness/looks.mjs';
import { startPaceline } from './harness/paceline.mjs';

const folder = new URL('journeys/', import.meta.url).pathname;
const wanted = process.argv.slice(2);
/** Those that take longest begin: else the last of them would run alone. */
const longest = ['overflow', 'set_up', 'layout', 'many_quotas'];
const isShort = (name) => !longest.some((word) => name.startsWith(word));
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.test.mjs'))
  .filter((name) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)))
  .toSorted((a, b) => Number(isShort(a)) - Number(isShort(b)))
  .map((name) => join(folder, name));

/** Two keep two cores busy; more would only make slow ones late. */
const at_once = Math.min(2, availableParallelism());

const verdicts = new Map(); // of each journey of each file, the last one
const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`.padStart(7);

function fail(file, { name, details: { duration_ms, error } }) {
  verdicts.set(`${file} ${name}`, { verdict: 'failed', file });
  const cause = error.cause ?? error;
  console.log(`FAILED ${seconds(duration_ms)}  ${name}`);
  console.log(String(cause.stack ?? cause.message ?? cause).replaceAll(/^/gm, '        '));
}

function pass(file, { name, skip, details: { duration_ms } }) {
  const verdict = skip === undefined ? 'passed' : 'skipped';
  verdicts.set(`${file} ${name}`, { verdict, file });
  const word = skip === undefined ? 'ok' : 'skipped';
  console.log(`${word.padEnd(6)} ${seconds(duration_ms)}  ${name}${skip ? `: ${skip}` : ''}`);
}

const having = (wanted) => [...verdicts.values()].filter(({ verdict }) => verdict === wanted);

const stopping = new AbortController();

/** What a file tells names the place of `test()`, which is in the harness: so each file is walked by itself. */
function walkFile(file) {
  return new Promise((resolve) => {
    const events = run({ files: [file], concurrency: 1, signal: stopping.signal });
    events.on('test:fail', (event) => fail(file, event));
    events.on('test:pass', (event) => pass(file, event));
    events.on('test:diagnostic', (event) => event.file && console.log(`        ${event.message}`));
    events.on('test:stderr', ({ message }) => process.stderr.write(message));
    events.on('end', resolve);
    events.resume();
  });
}

async function walk(files, concurrency) {
  process.env.NODE_OPTIONS = '--disable-warning=ExperimentalWarning';
  const waiting = [...files];
  async function walkNext() {
    for (let file = waiting.shift(); file && !stopping.signal.aborted; file = waiting.shift())
      await walkFile(file);
  }
  await Promise.all(Array.from({ length: concurrency }, walkNext));
}

let paceline;
async function end(status) {
  await paceline?.stop();
  process.exit(status);
}

/** The journeys get their signal first: each closes its own browser. */
for (const [name, status] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
]) {
  process.once(name, () => {
    stopping.abort();
    setTimeout(() => void end(status), 1_500);
  });
}

try {
  if (!process.features.typescript) throw new Error('the journeys need Node 22.18 or later');
  if (chromiumPath === null) console.log('There is no Chromium: the journeys are left out.');
  else {
    paceline = await startPaceline();
    const { url, place, people } = paceline;
    process.env.PACELINE_JOURNEYS = JSON.stringify({ url, place, people });
  }
  await walk(files, at_once);
  const failedFiles = new Set(having('failed').map(({ file }) => file));
  if (failedFiles.size > 0 && !stopping.signal.aborted) {
    console.log(`once more, alone: ${[...failedFiles].map((file) => basename(file)).join(', ')}`);
    await walk([...failedFiles], 1);
  }
} catch (error) {
  verdicts.set('all', { verdict: 'failed' });
  console.log(`FAILED  ${error.message}`);
}
const [passed, failed, skipped] = ['passed', 'failed', 'skipped'].map(
  (word) => having(word).length,
);
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
await end(failed > 0 ? 1 : 0);
