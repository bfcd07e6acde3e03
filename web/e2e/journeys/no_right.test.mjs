import assert from 'node:assert/strict';
import { journey } from '../harness/journey.mjs';
import { PacePage } from '../pages/pace.mjs';

journey('a rep who types the address of another rep is told whom to ask', async (stage) => {
  const { people, say, messageThatBegins, visit } = stage;
  const visitor = await visit({ person: people.reader, label: 'no-right' });
  visitor.expect(403, /^\/api\/v1\//);
  const other = await visit({ person: people.live, label: 'no-right-other' });
  const { user } = await other.api.get('/session');
  const [pace] = (await other.api.get('/reps/me/pace')).items;

  const refused = await visitor.context.request.get(
    `${stage.url}/api/v1/reps/${user.user_id}/pace`,
  );
  assert.equal(refused.status(), 403, 'the server refuses it');

  for (const path of [`/pace?rep=${user.user_id}`, `/pace/${pace.quota_id}?rep=${user.user_id}`]) {
    await visitor.page.goto(path);
    await visitor.page.getByRole('main').locator('h1, h2, section').first().waitFor();
    const message = messageThatBegins('You cannot see this. Ask your');
    const [, named] = /\{(\w+)\}/.exec(message) ?? [];
    const words = say(message, named ? { [named]: people.manager.name } : {});
    await visitor.page.getByText(words).waitFor();
    const figures = await visitor.page.locator('main [data-figure]').allInnerTexts();
    assert.deepEqual(figures, [], `no figure on ${path}`);
  }
  await visitor.inspect('told');
});

journey('a manager who types the address of a rep sees that rep', async (stage) => {
  const { people, visit } = stage;
  const visitor = await visit({ person: people.manager, label: 'typed-address' });
  const { items } = await visitor.api.get('/reps');
  const page = new PacePage(visitor, stage);
  // Of each rep: an id that is read as a number would lose its last digits, but by luck not always.
  for (const { rep_id, name } of items.filter(({ email }) => email !== people.manager.email)) {
    await page.open('', `?rep=${rep_id}`);
    assert.equal(await page.title.innerText(), name);
  }
  await visitor.inspect('rep');
});
