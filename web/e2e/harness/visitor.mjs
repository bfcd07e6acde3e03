// One person in one fresh browser, with what the server says to the same session.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { seriousFindings } from './axe.mjs';
import { keyboardOf, recordKeys } from './keyboard.mjs';
import { settle } from './layout.mjs';
import { desk } from './looks.mjs';
import { watch } from './watch.mjs';

const pictures = new URL('../../test-results/', import.meta.url).pathname;

/** `PACELINE_PICTURES=1` keeps one of each state; of what failed there is always one. */
const wantsPictures = Boolean(process.env.PACELINE_PICTURES);

/** The API through the person's own session, beside the page; also while the page is offline. */
function apiOf(context, url) {
  const at = (path) => `${url}/api/v1${path}`;
  async function read(answer, path) {
    assert.ok(answer.ok(), `${path} answered ${answer.status()}`);
    return answer.json();
  }
  const get = async (path) => read(await context.request.get(at(path)), path);
  const csrf = async () => ({ 'X-CSRF-Token': (await get('/session')).csrf_token });
  return {
    get,
    isSignedIn: async () => (await context.request.get(at('/session'))).ok(),
    async post(path, data) {
      return read(await context.request.post(at(path), { data, headers: await csrf() }), path);
    },
    /** For routes that take a key; each call has its own. */
    async once(path, data) {
      const headers = { ...(await csrf()), 'Idempotency-Key': randomUUID() };
      return read(await context.request.post(at(path), { data, headers }), path);
    },
    async remove(path) {
      const answer = await context.request.delete(at(path), { headers: await csrf() });
      assert.ok(answer.ok(), `${path} answered ${answer.status()}`);
    },
  };
}

const isTouched = ({ width }) => width < 720;

export async function openVisitor({ browser, url, look, person, viewport = desk, label }) {
  const context = await browser.newContext({
    baseURL: url,
    viewport,
    colorScheme: look.scheme,
    locale: 'en-GB',
    timezoneId: 'Europe/Sofia',
    hasTouch: isTouched(viewport),
  });
  context.setDefaultTimeout(10_000);
  if (person) await context.addCookies([person.cookie]);
  const kept = {
    'paceline.language': look.language,
    ...(person && { 'paceline.signed-in': 'yes' }),
  };
  await context.addInitScript((places) => {
    if (location.protocol === 'about:') return;
    for (const [place, value] of Object.entries(places)) {
      if (localStorage.getItem(place) === null) localStorage.setItem(place, value);
    }
  }, kept);
  await context.addInitScript(recordKeys);
  const watched = await watch(context);
  const page = await context.newPage();

  async function picture(state, of = page) {
    mkdirSync(pictures, { recursive: true });
    const name = [label, state, look.language, look.scheme].join('-');
    await of.screenshot({ path: `${pictures}${name}.png`, animations: 'disabled' });
  }

  /** To another page by the page's own way, until the one before has gone; the first one is loaded. */
  async function go(path) {
    const title = page.getByRole('heading', { level: 1 });
    if (!page.url().startsWith(url)) return page.goto(path);
    const left = await title.first().elementHandle();
    await page.evaluate((place) => history.pushState(null, '', place), path);
    return page.waitForFunction((old) => !old.isConnected, left);
  }

  /** Makes a phone of the desk, or the reverse, under the page that is shown: with fingers, or with a mouse. */
  let touch;
  async function resize(to) {
    touch ??= await context.newCDPSession(page);
    await touch.send('Emulation.setTouchEmulationEnabled', { enabled: isTouched(to) });
    await page.setViewportSize(to);
  }

  return {
    page,
    context,
    go,
    resize,
    api: apiOf(context, url),
    keys: keyboardOf(page, look.language),
    expect: watched.expect,
    setOffline: watched.setOffline,
    picture,
    /** The end of a path: nothing that must not happen, nothing serious for axe; and its picture for who asks for it. */
    async inspect(state, of = page, rules = undefined) {
      await settle(of);
      if (wantsPictures) await picture(state, of);
      assert.deepEqual(watched.troubles, [], 'the page was not quiet');
      assert.deepEqual(await seriousFindings(of, rules), [], `axe on ${state}`);
    },
    close: () => context.close(),
  };
}
