import assert from 'node:assert/strict';
import { journey } from '../harness/journey.mjs';
import { EvidenceDrawer, PacePage } from '../pages/pace.mjs';
import { QuickLog } from '../pages/quick_log.mjs';
import { Shell } from '../pages/shell.mjs';
import { TodayPage } from '../pages/today.mjs';

journey('the palette finds a contact and a page, keys jump, and ? lists them', async (stage) => {
  const { people, say, visit } = stage;
  const visitor = await visit({ person: people.reader, label: 'palette' });
  const { page, keys, api } = visitor;
  const shell = new Shell(visitor, stage);
  await new TodayPage(visitor, stage).open();
  const { items } = await api.get('/contacts?prefix=&limit=50');
  const [contact] = items.filter(({ name }) => /^[A-Za-z ]+$/.test(name));

  await shell.openPalette();
  await keys.type(contact.name);
  await shell.found.filter({ hasText: contact.name }).first().waitFor();
  await visitor.inspect('found');
  await keys.press('Enter');
  await page.getByRole('heading', { level: 1, name: contact.name, exact: true }).waitFor();
  assert.equal(new URL(page.url()).pathname, `/contacts/${contact.contact_id}`);
  await page.getByRole('button', { name: say('Log an activity'), exact: true }).click();
  const log = new QuickLog(visitor, stage);
  await log.outcomes.waitFor();
  assert.equal(await log.chosen.innerText(), contact.name);
  await shell.closeDialog();

  await shell.openPalette();
  await shell.paletteField.fill(say('Pace').slice(0, 3));
  await shell.found
    .filter({ hasText: say('Pace') })
    .first()
    .waitFor();
  await keys.press('Enter');
  await page.waitForURL(/\/pace/);
  await new PacePage(visitor, stage).ready();

  await keys.shortcut('?');
  await shell.dialog.filter({ hasText: say('All keys') }).waitFor();
  await visitor.inspect('help');
  await shell.closeDialog();

  await keys.shortcut('g');
  await keys.shortcut('t');
  await page.waitForURL((url) => url.pathname === '/');
  await keys.shortcut('g');
  await keys.shortcut('p');
  await page.waitForURL(/\/pace/);
  await new PacePage(visitor, stage).ready();
  await visitor.inspect('jumped');
});

journey('letters are dead while typing', async (stage) => {
  const { people, visit } = stage;
  const visitor = await visit({ person: people.reader, label: 'typing' });
  const { page, keys } = visitor;
  const shell = new Shell(visitor, stage);
  const pace = new PacePage(visitor, stage);
  await pace.open();
  const before = page.url();

  await shell.openPalette();
  await keys.type('lgp?e');
  assert.equal(await shell.paletteField.inputValue(), 'lgp?e');
  assert.equal(await shell.dialog.count(), 1);
  await shell.closeDialog();

  // The drawer is no modal dialog: there only the field itself keeps the letters.
  const { items } = await visitor.api.get('/reps/me/pace');
  const busy = items.toSorted((a, b) => b.counted - a.counted)[0];
  const drawer = new EvidenceDrawer(visitor, stage);
  await pace.figureOf(busy.quota_id).click();
  if (busy.counted === 0) {
    await keys.press('['); // the period has just begun
    await pace.ready();
  }
  await drawer.rowMenu(drawer.rows.first()).click();
  await page.getByRole('menuitem').last().click();
  const why = drawer.self.getByRole('textbox').last();
  await why.waitFor();
  await keys.type('l gp ? e .');
  assert.equal(await why.inputValue(), 'l gp ? e .');
  assert.equal(await shell.dialog.count(), 0, 'no dialog came');
  assert.equal(new URL(page.url()).pathname.startsWith('/pace'), true, before);
  await visitor.inspect('mending');
});

journey('language and appearance change under the same page', async (stage) => {
  const { people, look, say, visit } = stage;
  const visitor = await visit({ person: people.reader, label: 'switches' });
  const { page } = visitor;
  const shell = new Shell(visitor, stage);
  const pace = new PacePage(visitor, stage);
  await pace.open();
  await page.waitForURL(/\/pace\/\d+/);
  const address = page.url();
  const ground = await shell.ground();

  await shell.openPersonMenu(people.reader.name);
  await visitor.inspect('menu');
  await shell.choose('Appearance', look.scheme === 'light' ? say('Dark') : say('Light'));
  await page.waitForFunction(
    (scheme) => document.documentElement.dataset.mantineColorScheme !== scheme,
    look.scheme,
  );
  assert.notEqual(await shell.ground(), ground);

  const [language, name, direction] =
    look.language === 'en' ? ['ar', 'العربية', 'rtl'] : ['en', 'English', 'ltr'];
  await shell.choose('Language', name);
  await page.waitForFunction((lang) => document.documentElement.lang === lang, language);
  assert.equal(await page.evaluate(() => document.documentElement.dir), direction);
  assert.equal(page.url(), address);
  await page.keyboard.press('Escape');
  await pace.chart.waitFor();
  await visitor.inspect('switched');

  await page.reload();
  await pace.chart.waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), language, 'kept');
  assert.notEqual(await shell.scheme(), look.scheme, 'kept');
});

journey('what is typed while the palette still loads arrives in it', async (stage) => {
  const { people, visit } = stage;
  const visitor = await visit({ person: people.reader, label: 'palette-slow' });
  const { page, keys } = visitor;
  const { promise: hasTyped, resolve: letItCome } = Promise.withResolvers();
  await page.route(/\/Palette-[^/]*\.js$/, async (route) => {
    await hasTyped;
    await route.continue();
  });
  await new TodayPage(visitor, stage).open();
  await keys.press('Control+k');
  await keys.type('pac');
  letItCome();
  const { paletteField } = new Shell(visitor, stage);
  await paletteField.waitFor();
  await keys.type('e');
  await page.waitForFunction(() => document.activeElement.value === 'pace');
  await visitor.inspect('typed');
});
