import assert from 'node:assert/strict';
import { journey } from '../harness/journey.mjs';
import { desk, phone } from '../harness/looks.mjs';
import { PacePage } from '../pages/pace.mjs';

for (const [name, viewport] of Object.entries({ desk, phone })) {
  journey(`a rep sees who looked at the own figures, and what, at ${name} width`, async (stage) => {
    const { people, say, visit } = stage;
    const rep = await visit({ person: people.signer, viewport, label: `looks-${name}` });
    const { user } = await rep.api.get('/session');

    const manager = await visit({ person: people.manager, label: `looks-manager-${name}` });
    const pace = new PacePage(manager, stage);
    await pace.open('', `?rep=${user.user_id}`);
    await pace.title.waitFor();

    // It is written down within a second or two of the answer.
    await rep.page.goto('/looks');
    await rep.page.getByRole('heading', { level: 1, name: say('Who saw my figures') }).waitFor();
    const row = rep.page
      .getByRole('listitem')
      .filter({ hasText: people.manager.name })
      .filter({ hasText: say('your pace') });
    for (let tries = 0; tries < 5 && (await row.count()) === 0; tries += 1) {
      await rep.page.waitForTimeout(1000);
      await rep.page.reload();
      await rep.page.getByRole('main').locator('section').first().waitFor();
    }
    await row.waitFor();
    await rep.inspect('looked');

    const { items } = await rep.api.get('/reps/me/looks');
    assert.ok(
      items.every(({ viewer_id }) => viewer_id !== user.user_id),
      'nobody is noted for the own figures',
    );
  });
}
