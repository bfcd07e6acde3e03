import assert from 'node:assert/strict';
import { journey } from '../harness/journey.mjs';

journey('a rep who types the address of another rep is told whom to ask', async (stage) => {
  const { people, say, messageThatBegins, number, visit } = stage;
  const visitor = await visit({ person: people.first, label: 'no-right' });
  visitor.expect(403, /^\/api\/v1\//);
  const other = await visit({ person: people.second, label: 'no-right-other' });
  const { user } = await other.api.get('/session');
  const [pace] = (await other.api.get('/reps/me/pace')).items;

  const refused = await visitor.context.request.get(`${stage.url}/api/v1/reps/${user.user_id}/pace`);
  assert.equal(refused.status(), 403, 'the server refuses it');

  const message = messageThatBegins('You cannot see this');
  const [, named] = /\{(\w+)\}/.exec(message) ?? [];
  const words = say(message, named ? { [named]: people.manager.name } : {});
  for (const path of [`/pace?rep=${user.user_id}`, `/pace/${pace.quota_id}?rep=${user.user_id}`]) {
    await visitor.page.goto(path);
    await visitor.page.getByText(words).waitFor();
    const figures = await visitor.page.locator('main [data-figure]').allInnerTexts();
    assert.deepEqual(figures, [], `no figure on ${path}, not even ${number.count(pace.counted)}`);
  }
  await visitor.inspect('told');
});
