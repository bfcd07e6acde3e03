// A file that nobody has seen before: it is dropped, its mapping mended, checked, imported, looked at, and undone.
import assert from 'node:assert/strict';
import { journeyApart } from '../harness/journey.mjs';
import { cutTexts, settle, sidewaysScroll } from '../harness/layout.mjs';
import { until } from '../harness/logging.mjs';
import { desk, phone } from '../harness/looks.mjs';
import { ImportPage } from '../pages/import.mjs';

const minute_ms = 60_000;
const two = (number) => String(number).padStart(2, '0');

/** On the clock of UTC, as another program may write it. */
function written(ago) {
  const at = new Date(Date.now() - ago * minute_ms);
  const day = `${two(at.getUTCDate())}.${two(at.getUTCMonth() + 1)}.${at.getUTCFullYear()}`;
  return `${day} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
}

const file = () =>
  [
    'Nr;Wann;Wohin;Dauer;Ergebnis;Bemerkung',
    `1;${written(9)};raus;61;erreicht;möchte mehr wissen`,
    `2;${written(7)};raus;0;besetzt;`,
    `3;${written(5)};raus;12;erreicht;ruft zurück`,
    `4;${written(3)};raus;30;verwählt;`,
    '',
  ].join('\r\n');

const countsOf = async ({ api }) =>
  (await api.get('/reps/me/pace')).items.map(({ key, counted }) => [key, counted]);

journeyApart('a file never seen before is imported and undone', async (stage) => {
  const { people, say } = stage;
  const visitor = await stage.visit({ person: people.logger, label: 'import' });
  const { page } = visitor;
  const on = new ImportPage(visitor, stage);
  visitor.expect(400, /^\/api\/v1\/imports$/); // a mapping with a zone that there is not
  const faults = [];
  const survey = async (state) => {
    for (const viewport of [phone, desk]) {
      await visitor.resize(viewport);
      await settle(page);
      const at = `${state} at ${viewport.width} px`;
      const sideways = await sidewaysScroll(page);
      if (sideways > 0) faults.push(`${at}: scrolls ${sideways} px sideways`);
      for (const cut of await cutTexts(page)) faults.push(`${at}: ${cut}`);
      await visitor.inspect(`${state}-${viewport.width}`);
    }
  };

  const before = await countsOf(visitor);
  await on.open();
  await survey('start');

  await on.drop('anrufe.csv', file());
  assert.equal(
    await on.field('Form of the date').inputValue(),
    'd.M.yyyy H:mm',
    'the form of the dates is guessed',
  );
  await on.fromColumn(on.field('Outcome', {}, 'of an activity'), 'Ergebnis');
  await on.standsFor('erreicht', 'answered');
  await on.standsFor('besetzt', 'busy');
  await on.fromColumn(on.field('Direction'), 'Wohin');
  await on.standsFor('raus', 'outbound');
  await on.fromColumn(on.field('Duration'), 'Dauer');
  await on.field('Time zone of the file').fill('Nowhere/Never');
  await on.button('Check the file').click();
  await page.getByText(say('No time zone has this name. An example: Europe/Sofia.')).waitFor();
  await on.field('Time zone of the file').fill('UTC');
  await survey('mapping');

  await on.button('Check the file').click();
  await on.button('Import these rows').waitFor();
  assert.deepEqual([await on.count('added'), await on.count('refused')], ['3', '1']);
  await page.getByText(say('The table of values does not name it.')).waitFor();
  assert.deepEqual(await countsOf(visitor), before, 'a dry run stores nothing');
  await survey('dry-run');

  await on.button('Import these rows').click();
  await on.said(say('Imported. The figures follow.')).waitFor();
  assert.deepEqual([await on.count('added'), await on.count('refused')], ['3', '1']);
  await survey('imported');

  const after = await countsOf(visitor);
  const more = after.filter(([, counted], at) => counted > before[at][1]);
  assert.ok(more.length > 0, 'the imported calls count for a quota');
  await page.getByRole('link', { name: say('Look at Pace'), exact: true }).click();
  const shown = page.getByText(stage.number.count(more[0][1]), { exact: true });
  await shown.first().waitFor();

  await on.open();
  await survey('history');
  await page.getByRole('link', { name: 'anrufe.csv', exact: true }).click();
  await on.button('Undo the import').click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await survey('undo');
  await dialog.getByRole('button', { name: say('Undo the import'), exact: true }).click();
  await on
    .said(say('Undone. Voided rows: {voided}, kept: {kept}.', { voided: '3', kept: '0' }))
    .waitFor();
  await survey('undone');
  await until(
    async () => JSON.stringify(await countsOf(visitor)) === JSON.stringify(before),
    'the counts are as before',
  );
  assert.deepEqual(faults, []);
});
