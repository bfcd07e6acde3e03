import assert from 'node:assert/strict';
import { journey } from '../harness/journey.mjs';
import { until } from '../harness/logging.mjs';
import { phone } from '../harness/looks.mjs';
import { PacePage } from '../pages/pace.mjs';

journey('a rep sees who looked at the own figures, and what', async (stage) => {
  const { people, say, visit } = stage;
  const rep = await visit({ person: people.signer, label: 'looks' });
  const { user } = await rep.api.get('/session');
  const looks = async () => (await rep.api.get('/reps/me/looks')).items;

  const manager = await visit({ person: people.manager, label: 'looks-manager' });
  const pace = new PacePage(manager, stage);
  await pace.open('', `?rep=${user.user_id}`);
  await pace.title.waitFor();

  await until(async () => (await looks()).length > 0, 'written down');
  await rep.page.goto('/looks');
  await rep.page.getByRole('heading', { level: 1, name: say('Who saw my figures') }).waitFor();
  await rep.page
    .getByRole('listitem')
    .filter({ hasText: people.manager.name })
    .filter({ hasText: say('your pace') })
    .first()
    .waitFor();
  await rep.inspect('desk');
  await rep.resize(phone);
  await rep.inspect('phone');

  assert.ok(
    (await looks()).every(({ viewer_id }) => viewer_id !== user.user_id),
    'nobody is noted for the own figures',
  );
});
