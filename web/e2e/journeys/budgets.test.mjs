// What the program itself serves, compressed as a browser gets it: the first visit, and each part that comes later.
import assert from 'node:assert/strict';
import { get } from 'node:http';
import { after, before, test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { startPaceline } from '../harness/paceline.mjs';

const limits = { entry: 180_000, part: 40_000 };
const isPart = /^(\w+Page|QuickLog|Palette|HelpSheet|EvidenceDrawer)-/;
const nameOf = (chunk) => chunk.replace(/-[\w-]{8}\.js$/, '');

let paceline;
before(async () => {
  paceline = process.env.PACELINE_JOURNEYS
    ? JSON.parse(process.env.PACELINE_JOURNEYS)
    : await startPaceline();
});
after(() => paceline.stop?.());

function served(path) {
  const options = { headers: { 'Accept-Encoding': 'br' }, agent: false };
  return new Promise((resolve, reject) => {
    const asked = get(`${paceline.url}${path}`, options, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => {
        const bytes = Buffer.concat(parts);
        const packed = answer.headers['content-encoding'] === 'br';
        resolve({
          packed,
          size: bytes.length,
          text: String(packed ? brotliDecompressSync(bytes) : bytes),
        });
      });
    });
    asked.on('error', reject);
  });
}

/** Every script that the page can load, with what it imports at once. */
async function chunksFrom(first) {
  const chunks = new Map();
  const waiting = [first];
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    if (chunks.has(name)) continue;
    const { packed, size, text } = await served(`/assets/${name}`);
    assert.ok(packed, `${name} comes compressed`);
    const needs = [...text.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)].map(
      ([, to]) => to,
    );
    chunks.set(name, { size, needs });
    waiting.push(
      ...needs,
      ...[...text.matchAll(/[/"'`]([\w.-]+-[\w-]{8}\.js)["'`]/g)].map(([, to]) => to),
    );
  }
  return chunks;
}

function withNeeds(chunks, name, seen = new Set()) {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const next of chunks.get(name).needs) withNeeds(chunks, next, seen);
  return seen;
}

test('the page is as light as agreed', async (t) => {
  const html = (await served('/')).text;
  const first = /<script[^>]+src="\/assets\/([\w.-]+\.js)"/.exec(html)?.[1];
  assert.ok(first, 'the page loads a script');
  const chunks = await chunksFrom(first);
  const sum = (names) => names.reduce((total, name) => total + chunks.get(name).size, 0);
  const entry = withNeeds(chunks, first);
  const parts = [...chunks.keys()]
    .filter((name) => isPart.test(name))
    .map((name) => ({
      name: nameOf(name),
      size: sum([...withNeeds(chunks, name)].filter((each) => !entry.has(each))),
      limit: limits.part,
    }));
  const rows = [{ name: 'entry', size: sum([...entry]), limit: limits.entry }, ...parts];
  for (const { name, size, limit } of rows) {
    t.diagnostic(`${name}: ${(size / 1000).toFixed(1)} of ${limit / 1000} kB brotli`);
  }
  assert.ok(parts.length >= 3, 'pages come one by one');
  assert.deepEqual(
    rows.filter(({ size, limit }) => size > limit),
    [],
    'above the budget',
  );
});
