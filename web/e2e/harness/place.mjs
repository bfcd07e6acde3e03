// Where a Paceline of the journeys has its data: in a fresh folder; or, where PACELINE_TEST_DATABASE is the address of a
// PostgreSQL server or a file with it, in a fresh database there.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const told = process.env.PACELINE_TEST_DATABASE ?? '';
const server = existsSync(told) ? readFileSync(told, 'utf8').trim() : told;
export const onPostgres = server !== '';

const onServer = (command) =>
  run('psql', ['--no-psqlrc', '--quiet', `--dbname=${server}`, `--command=${command}`]);

async function freshDatabase() {
  const name = `journeys_${randomBytes(6).toString('hex')}`;
  await onServer(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    words: ['--database', url.href],
    remove: () => onServer(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function freshFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'paceline-journeys-'));
  return {
    words: ['--data', folder],
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** `words` tell the program of it; `remove` takes it away when nobody has it open. */
export const freshPlace = () => (onPostgres ? freshDatabase() : freshFolder());
