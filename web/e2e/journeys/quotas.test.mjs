import assert from 'node:assert/strict';
import { journeyApart } from '../harness/journey.mjs';
import { cutTexts, settle, sidewaysScroll } from '../harness/layout.mjs';
import { desk, phone } from '../harness/looks.mjs';

journeyApart('a manager sets a quota and sees whom it asks', async (stage) => {
  const { people, say, look } = stage;
  const visitor = await stage.visit({ person: people.manager, label: 'quotas' });
  const { page } = visitor;
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

  await page.goto('/quotas');
  await page.getByRole('button', { name: say('New quota') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  const name = `Visits ${look.name}`;
  await dialog.getByRole('textbox').first().fill(name);
  await dialog.getByRole('textbox', { name: say('Amount', {}, 'of a quota') }).fill('3');
  const select = dialog.getByRole('combobox');
  const team = await select.locator('option[value^="team/"]').first().getAttribute('value');
  await select.selectOption(team);
  await dialog.getByRole('table').waitFor();
  const rows = await dialog.getByRole('rowheader').count();
  assert.ok(rows > 0, 'somebody is asked');
  await survey('editor');

  await dialog.getByRole('button', { name: say('Set the quota') }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(name, { exact: true }).waitFor();
  await survey('list');
  const { items } = await visitor.api.get('/quotas');
  const stored = items.find((quota) => quota.name === name);
  assert.equal(stored.amount, 3);
  assert.equal(stored.subjects[0].kind, 'team');
  assert.deepEqual(faults, []);
});
