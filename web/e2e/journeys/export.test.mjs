// The file has what the screen shows, whatever the language of the screen.
import assert from 'node:assert/strict';
import { journey } from '../harness/journey.mjs';
import { Exports } from '../pages/export.mjs';
import { EvidenceDrawer, PacePage } from '../pages/pace.mjs';
import { TeamPage } from '../pages/team.mjs';

journey('the file of the team has the figures of the screen', async (stage) => {
  const { people, visit, number } = stage;
  const visitor = await visit({ person: people.manager, label: 'export-team' });
  const team = new TeamPage(visitor, stage);
  await team.open();
  const { name, rows } = await new Exports(visitor, stage).csv();
  assert.equal(name, 'team-pace.csv');

  const shown = await team.figures.evaluateAll((figures) =>
    figures.map((figure) => [figure.getAttribute('title'), figure.innerText]),
  );
  assert.ok(shown.length > 0, 'there are figures');
  const inFile = new Map(
    rows.map((row) => [
      team.figureTitle(row['quotas.rep_name'], row['quotas.name']),
      number.much(row['quotas.rule.currency'] || null).brief(Number(row['quotas.counted'])),
    ]),
  );
  for (const [title, figure] of shown) assert.equal(inFile.get(title), figure, title);
  await visitor.inspect('team');
});

journey(
  'the file of a quota has its days, and the drawer the activities behind it',
  async (stage) => {
    const { people, visit, number, say } = stage;
    const visitor = await visit({ person: people.reader, label: 'export-pace' });
    const { items } = await visitor.api.get('/reps/me/pace');
    const { quota_id, key, period } = items.toSorted((a, b) => b.counted - a.counted)[0];
    const page = new PacePage(visitor, stage);
    await page.open(quota_id);
    const days = visitor.page.getByRole('region', { name: say('Day by day'), exact: true });
    await days.getByRole('button', { name: say('Menu of the card') }).click();
    await visitor.page.getByRole('menuitem', { name: say('Show as table') }).click();
    const shown = days.locator('tbody tr');
    await shown.first().waitFor();

    const exports = new Exports(visitor, stage);
    const { name, rows } = await exports.csv();
    assert.equal(name, 'pace-days.csv');
    const { days: ofServer } = await visitor.api.get(`/quotas/${quota_id}/pace?rep=me`);
    assert.deepEqual(
      rows.map(({ day, counted }) => [day, counted]),
      ofServer.map(({ day, counted }) => [day, counted === null ? '' : String(counted)]),
    );
    const inFile = rows
      .filter(({ kind, counted }) => kind === 'work' && counted !== '')
      .map(({ counted }) => number.count(Number(counted)));
    const cells = await shown.locator('td:nth-child(2)').allInnerTexts();
    assert.ok(inFile.length > 0, 'there are days that have passed');
    for (const figure of inFile)
      assert.ok(cells.includes(figure), `${figure} stands on the screen`);
    const workbook = await exports.workbook();
    assert.deepEqual(workbook, { name: 'pace-days.xlsx', begins: 'PK' });
    await visitor.inspect('days');

    await page.figureOf(quota_id).click();
    const drawer = new EvidenceDrawer(visitor, stage);
    await drawer.rows.first().waitFor();
    const evidence = await exports.csv(
      drawer.self.getByRole('button', { name: say('Export'), exact: true }),
    );
    assert.equal(evidence.name, `${key}-${period.key}.csv`);
    const pills = await drawer.pills.allInnerTexts();
    const counted = evidence.rows.filter(({ counts }) => counts === 'true').length;
    assert.deepEqual(
      pills.map((words) => /[\d.,٬]+/.exec(words)?.[0]),
      [evidence.rows.length, counted, evidence.rows.length - counted].map((n) => number.count(n)),
    );
  },
);
