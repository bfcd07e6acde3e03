// Walks through the page as people do, in a real browser against the real program: `npm run e2e`, or
// `npm run e2e -- quick_log offline` for some of the journeys; on SQLite, or where PACELINE_TEST_DATABASE says
// (harness/place.mjs). The last line says how many passed.
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
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

const counts = { passed: 0, failed: 0, skipped: 0 };
const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`.padStart(7);

function fail({ name, details: { duration_ms, error } }) {
  counts.failed += 1;
  const cause = error.cause ?? error;
  console.log(`FAILED ${seconds(duration_ms)}  ${name}`);
  console.log(String(cause.stack ?? cause.message ?? cause).replaceAll(/^/gm, '        '));
}

function pass({ name, skip, details: { duration_ms } }) {
  counts[skip === undefined ? 'passed' : 'skipped'] += 1;
  const verdict = skip === undefined ? 'ok' : 'skipped';
  console.log(`${verdict.padEnd(6)} ${seconds(duration_ms)}  ${name}${skip ? `: ${skip}` : ''}`);
}

const stopping = new AbortController();

function walk() {
  process.env.NODE_OPTIONS = '--disable-warning=ExperimentalWarning';
  return new Promise((resolve) => {
    const events = run({ files, concurrency: at_once, signal: stopping.signal });
    events.on('test:fail', fail);
    events.on('test:pass', pass);
    events.on('test:diagnostic', ({ message, file }) => file && console.log(`        ${message}`));
    events.on('test:stderr', ({ message }) => process.stderr.write(message));
    events.on('end', resolve);
    events.resume();
  });
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
  await walk();
} catch (error) {
  counts.failed += 1;
  console.log(`FAILED  ${error.message}`);
}
const { passed, failed, skipped } = counts;
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
await end(failed > 0 ? 1 : 0);
