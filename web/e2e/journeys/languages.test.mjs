// Each language in a real browser: Chromium lacks one of them, and Node, where the unit tests run, does not.
import assert from 'node:assert/strict';
import { journey } from '../harness/journey.mjs';
import { allLanguages, phone } from '../harness/looks.mjs';
import { languageFacts, languages } from '../../src/i18n/languages.ts';
import { namesOf } from '../../src/format/names.ts';
import { Shell } from '../pages/shell.mjs';
import { TodayPage } from '../pages/today.mjs';

journey(
  'days and figures are written as in the language',
  async (stage) => {
    const { language } = stage.look;
    const visitor = await stage.visit({ person: stage.people.reader, label: 'language' });
    await new TodayPage(visitor, stage).open();
    const heading = await visitor.page.getByRole('heading', { level: 1 }).innerText();
    const { user } = await visitor.api.get('/session');
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: user.zone }).format(new Date());
    const names = namesOf(language, stage.locale);
    const inHeading = heading.toLocaleLowerCase(language);
    for (const word of [names.weekdayLong(today), names.monthLongOfDay(today)]) {
      assert.ok(inHeading.includes(word.toLocaleLowerCase(language)), `"${word}" in "${heading}"`);
    }
    const [lang, dir, text] = await visitor.page.evaluate(() => [
      document.documentElement.lang,
      document.documentElement.dir,
      document.body.innerText,
    ]);
    assert.deepEqual([lang, dir], [language, stage.direction]);
    if (language !== 'en')
      assert.doesNotMatch(text, /\b(Today|Quotas|Signals|behind|left|expected)\b/);
    await visitor.inspect('today');
  },
  { inLooks: allLanguages },
);

journey(
  'each language is found by its own name, on the phone too',
  async (stage) => {
    const visitor = await stage.visit({
      person: stage.people.reader,
      viewport: phone,
      label: 'switch',
    });
    const { page } = visitor;
    await page.goto('/');
    await new TodayPage(visitor, stage).parts.first().waitFor();
    await new Shell(visitor, stage).openPersonMenu(stage.people.reader.name);
    const menu = page.getByRole('radiogroup').first();
    for (const language of [...languages, stage.look.language]) {
      await menu.getByText(languageFacts[language].name, { exact: true }).click();
      await page.waitForFunction((lang) => document.documentElement.lang === lang, language);
      const chosen = page.getByRole('radio', { name: languageFacts[language].name, exact: true });
      assert.ok(await chosen.isChecked(), `${language} is chosen`);
    }
    await page.reload();
    await page.waitForFunction(
      (lang) => document.documentElement.lang === lang,
      stage.look.language,
    );
    await visitor.inspect('kept');
  },
  { inLooks: allLanguages.slice(0, 1) },
);
