import assert from 'node:assert/strict';
import { journeyApart } from '../harness/journey.mjs';
import { cutTexts, settle, sidewaysScroll } from '../harness/layout.mjs';
import { desk, phone } from '../harness/looks.mjs';
import { QuotasPage } from '../pages/quotas.mjs';

journeyApart('a manager sets a quota and sees whom it asks', async (stage) => {
  const { people, look } = stage;
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

  const quotas = new QuotasPage(visitor, stage);
  await quotas.open();
  await quotas.openEditor();
  const name = `Visits ${look.name}`;
  await quotas.fill({ name, amount: 3 });
  const teams = quotas.dialog.locator('option[value^="team/"]');
  await quotas.ask(await teams.first().getAttribute('value'));
  const rows = await quotas.dialog.getByRole('rowheader').count();
  assert.ok(rows > 0, 'somebody is asked');
  await survey('editor');

  await quotas.set();
  await page.getByText(name, { exact: true }).waitFor();
  await survey('list');
  const { items } = await visitor.api.get('/quotas');
  const stored = items.find((quota) => quota.name === name);
  assert.equal(stored.amount, 3);
  assert.equal(stored.subjects[0].kind, 'team');
  assert.deepEqual(faults, []);
});
