// Pictures of the pages in both languages, schemes and widths, and what axe finds in them:
// `npm run shots -- FOLDER [NAME…]`
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { chromium } from 'playwright-core';
import { shots } from './shots.mjs';

const axe = readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const [folder = 'test-results', ...wanted] = process.argv.slice(2);
const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const looks = [
  { name: 'en', viewport: desk, language: 'en', scheme: 'light' },
  { name: 'ar', viewport: desk, language: 'ar', scheme: 'light' },
  { name: 'dark', viewport: desk, language: 'en', scheme: 'dark' },
  { name: 'phone', viewport: phone, language: 'en', scheme: 'light' },
  { name: 'phone-ar-dark', viewport: phone, language: 'ar', scheme: 'dark' },
];

async function startMock(port, role, environment = {}) {
  const server = spawn(
    process.execPath,
    [new URL('mock/server.mjs', import.meta.url).pathname, port, role],
    {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  await once(server.stdout, 'data');
  return server;
}

async function findings(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run());
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join('  ')}`,
  );
}

async function openPage(browser, look, url) {
  const context = await browser.newContext({
    viewport: look.viewport,
    colorScheme: look.scheme,
    deviceScaleFactor: look.viewport === phone ? 2 : 1,
    hasTouch: look.viewport === phone,
  });
  await context.addInitScript((language) => {
    localStorage.setItem('paceline.language', language);
    localStorage.setItem('paceline.signed-in', 'yes');
  }, look.language);
  const page = await context.newPage();
  page.on('pageerror', (error) => console.log('page error:', error.message));
  page.on(
    'console',
    (message) => message.type() === 'error' && console.log('console:', message.text()),
  );
  await page.goto(url, { waitUntil: 'load' });
  return { page, context };
}

const port = 8170 + (process.pid % 20);
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});

for (const { name, path = '/', role = 'rep', environment, act, only } of shots) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const look of looks) {
    if (only && !only.includes(look.name)) continue;
    const server = await startMock(String(port), role, environment);
    const { page, context } = await openPage(browser, look, `http://127.0.0.1:${port}${path}`);
    await page.waitForTimeout(900);
    await act?.(page)?.catch((error) => console.log(name, look.name, error.message));
    await page.waitForTimeout(500);
    await page.screenshot({ path: `${folder}/${name}-${look.name}.png` });
    for (const finding of await findings(page)) console.log(name, look.name, finding);
    await context.close();
    server.kill();
    await once(server, 'exit');
  }
}
await browser.close();
