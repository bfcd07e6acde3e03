import assert from 'node:assert/strict';
import { journeyApart } from '../harness/journey.mjs';
import { cutTexts, settle, sidewaysScroll } from '../harness/layout.mjs';
import { desk, phone } from '../harness/looks.mjs';

for (const viewport of [desk, phone]) {
  journeyApart(
    `a manager sets a quota and sees whom it asks, ${viewport.width} px`,
    async (stage) => {
      const { people, say, look } = stage;
      const label = `quotas-${viewport.width}`;
      const visitor = await stage.visit({ person: people.manager, viewport, label });
      const { page } = visitor;
      const faults = [];
      const survey = async (state) => {
        await settle(page);
        const sideways = await sidewaysScroll(page);
        if (sideways > 0) faults.push(`${state}: scrolls ${sideways} px sideways`);
        for (const cut of await cutTexts(page)) faults.push(`${state}: ${cut}`);
        await visitor.inspect(state);
      };

      await page.goto('/quotas');
      await page.getByRole('button', { name: say('New quota') }).click();
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      const name = `Visits ${viewport.width} ${look.name}`;
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
    },
  );
}
