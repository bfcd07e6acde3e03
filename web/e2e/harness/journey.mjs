// A journey runs in every look, each time with fresh browsers, against the one Paceline of its file or of the suite.
import { chromium } from 'playwright-core';
import { after, before, test } from 'node:test';
import { chromiumPath, looks } from './looks.mjs';
import { startPaceline, startServer } from './paceline.mjs';
import { onPostgres } from './place.mjs';
import { openVisitor } from './visitor.mjs';
import { wordsIn } from './words.mjs';

const given = process.env.PACELINE_JOURNEYS; // set by run.mjs: the server that all files share
const skip = chromiumPath === null ? 'there is no Chromium' : false;
const patience_ms = 90_000;
let paceline;
let browser;

if (!skip) {
  before(async () => {
    paceline = given ? JSON.parse(given) : await startPaceline();
    browser = await chromium.launch({
      executablePath: chromiumPath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    });
  });
  after(async () => {
    await browser?.close();
    await paceline?.stop?.();
  });
}

/**
 * `body` gets the look, its words, the people of the demonstration, and `visit({ person, viewport, label, url })`,
 * which opens a browser for one of them, or for nobody, at this or another server.
 */
export function journey(name, body, { inLooks = looks, timeout = patience_ms } = {}) {
  for (const look of inLooks) addTest(name, look, skip, body, timeout);
}

/**
 * A journey for what several servers have in common: in one look, and on PostgreSQL only. `body` gets also
 * `anotherServer()`, which starts one more on the same database and says where.
 */
export function journeyOfServers(name, body) {
  const why = onPostgres ? false : 'several servers need PostgreSQL';
  addTest(name, looks[0], skip || why, body);
}

/** On a Paceline of its own. */
function apart(size, body) {
  return async (stage) => {
    const own = await startPaceline(size);
    try {
      const visit = (whom) => stage.visit({ url: own.url, ...whom });
      await body({ ...stage, people: own.people, url: own.url, visit });
    } finally {
      await own.stop();
    }
  };
}

/** A journey that leaves definitions behind which others would see. */
export function journeyApart(name, body) {
  for (const look of looks) addTest(name, look, skip, apart(undefined, body), 2 * patience_ms);
}

/** A journey in one look through a company of another size. */
export function journeyOfMany(name, size, body) {
  addTest(name, looks[0], skip, apart(size, body), 600_000);
}

function addTest(name, look, without, body, timeout = patience_ms) {
  test(`${name} (${look.name})`, { skip: without, timeout }, async (t) => {
    const visitors = [];
    const servers = [];
    const anotherServer = async () => {
      const server = await startServer(paceline.place);
      servers.push(server);
      return server.url;
    };
    const visit = async (whom) => {
      const visitor = await openVisitor({ browser, url: paceline.url, look, ...whom });
      visitors.push(visitor);
      return visitor;
    };
    const { people, url } = paceline;
    try {
      await body({
        ...wordsIn(look.language),
        look,
        people,
        url,
        visit,
        anotherServer,
        note: (words) => t.diagnostic(words),
      });
    } catch (error) {
      for (const [n, visitor] of visitors.entries()) {
        for (const [tab, page] of visitor.context.pages().entries()) {
          await visitor.picture(`FAILED-${n}-${tab}`, page).catch(() => undefined);
        }
      }
      throw error;
    } finally {
      await Promise.all(visitors.map((visitor) => visitor.close()));
      await Promise.all(servers.map((server) => server.stop()));
    }
  });
}
