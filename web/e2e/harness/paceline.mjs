// A Paceline of one's own: the demonstration organisation in a fresh place, served on a free port.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { freshPlace } from './place.mjs';

const run = promisify(execFile);
const web = new URL('../../', import.meta.url).pathname;
const builds = ['../build/release/paceline', '../build/dev/paceline'];
const patience_ms = 30_000;

function programPath() {
  const named = process.env.PACELINE_PROGRAM;
  const path = named ?? builds.map((each) => join(web, each)).find((each) => existsSync(each));
  if (path !== undefined && existsSync(path)) return path;
  throw new Error('no program to test: build it, or name it in PACELINE_PROGRAM');
}

async function demonstration(place, { reps, days }) {
  const ask = async (...words) =>
    JSON.parse((await run(programPath(), ['demo', ...place, '--json', ...words])).stdout);
  await ask('--reps', String(reps), '--days', String(days));
  const { items } = await ask('--accounts');
  // Each journey that logs something has a rep of its own: two journeys run at a time.
  const [reader, logger, live, offline, signer, streamer] = items.filter(
    ({ role }) => role === 'rep',
  );
  const manager = items.find(({ role }) => role === 'manager');
  const admin = items.find(({ role }) => role === 'admin');
  return { reader, logger, live, offline, signer, streamer, manager, admin };
}

async function readyLine(server) {
  const lines = createInterface({ input: server.stdout });
  const late = new Promise((_, reject) => {
    setTimeout(() => reject(new Error('the server was not ready in time')), patience_ms).unref();
  });
  const ended = once(server, 'exit').then(([code]) => {
    throw new Error(`the server ended with ${code} before it was ready`);
  });
  ended.catch(() => undefined);
  const [line] = await Promise.race([once(lines, 'line'), late, ended]);
  const ready = JSON.parse(line);
  if (ready.event !== 'ready') throw new Error(`the server said ${line}`);
  return ready.url;
}

/**
 * The server counts sign-ins by address. These come from another address of this machine, so that those of the
 * journey that signs in by hand are all that is counted there.
 */
function signIn(url, { email, password }) {
  const body = JSON.stringify({ email, password });
  const options = {
    method: 'POST',
    localAddress: '127.0.0.2',
    agent: false,
    headers: { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) },
  };
  return new Promise((resolve, reject) => {
    const asked = request(`${url}/api/v1/session`, options, (answer) => {
      answer.resume();
      const [cookie] = answer.headers['set-cookie'] ?? [];
      if (cookie === undefined) reject(new Error(`sign-in answered ${answer.statusCode}`));
      else resolve(/^([^=]+)=([^;]*)/.exec(cookie).slice(1, 3));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

async function withSession(url, person) {
  const [name, value] = await signIn(url, person);
  return { ...person, cookie: { name, value, url } };
}

/** One more server, on data that are there. `stop` ends this one and no other. */
export async function startServer(place) {
  const words = ['serve', '--port', '0', ...place, '--json'];
  const server = spawn(programPath(), words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const atExit = () => server.kill('SIGKILL');
  process.once('exit', atExit);
  async function stop() {
    process.off('exit', atExit);
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill('SIGTERM');
    const kill = setTimeout(() => server.kill('SIGKILL'), 5_000);
    await once(server, 'exit');
    clearTimeout(kill);
  }
  try {
    return { url: await readyLine(server), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A company with nobody but its administrator, and a server for it. */
export async function startEmptyPaceline() {
  const { words: place, remove } = await freshPlace();
  let server;
  async function stop() {
    await server?.stop();
    await remove();
  }
  try {
    const email = 'head@acme.example';
    const ask = async (...words) =>
      JSON.parse((await run(programPath(), [...words, ...place, '--json'])).stdout);
    const of = ['--org', 'Acme', '--zone', 'Europe/Sofia', '--currency', 'EUR', '--admin', email];
    const { one_time_password: password } = await ask('init', ...of);
    server = await startServer(place);
    const { url } = server;
    return { url, admin: await withSession(url, { email, password, name: email }), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** `place` tells the program of its data; `stop` ends the server that was started here, and removes them. */
export async function startPaceline(size = { reps: 6, days: 40 }) {
  programPath();
  const { words: place, remove } = await freshPlace();
  let server;
  async function stop() {
    await server?.stop();
    await remove();
  }
  try {
    const people = await demonstration(place, size);
    server = await startServer(place);
    const { url } = server;
    const entries = Object.entries(people).map(async ([key, person]) => [
      key,
      await withSession(url, person),
    ]);
    return { url, place, people: Object.fromEntries(await Promise.all(entries)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
