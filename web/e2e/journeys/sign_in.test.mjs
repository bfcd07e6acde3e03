import assert from 'node:assert/strict';
import { journey } from '../harness/journey.mjs';
import { PacePage } from '../pages/pace.mjs';
import { Shell } from '../pages/shell.mjs';
import { SignInPage } from '../pages/sign_in.mjs';
import { TodayPage } from '../pages/today.mjs';

async function figuresEqualTheServers(visitor, today, { number }) {
  const { items } = await visitor.api.get('/reps/me/pace');
  assert.ok(items.length > 0, 'the rep has quotas');
  assert.ok(
    items.some(({ counted, amount }) => counted > 0 || amount > 0),
    'figures are not zero',
  );
  assert.equal(await today.rows.count(), items.length);
  for (const [index, { name, counted, amount }] of items.entries()) {
    assert.ok(amount > 0, `${name} asks for something`);
    const row = today.rows.nth(index);
    assert.equal(await row.getByRole('link').innerText(), name);
    const ratio = (await row.locator('bdi[dir="ltr"]').innerText()).replaceAll(/\s+/g, ' ');
    assert.equal(ratio, `${number.count(counted)} / ${number.count(amount)}`, name);
  }
}

journey('a wrong password is refused with words, the right one opens Today', async (stage) => {
  const { people, say, visit } = stage;
  const visitor = await visit({ label: 'sign-in' });
  visitor.expect(401, /^\/api\/v1\/session$/); // the wrong password
  const signIn = new SignInPage(visitor, stage);
  const { email, password } = people.reader;

  await signIn.open();
  await signIn.signIn(email, 'not the password');
  const words = say('The e-mail address or the password is not right.');
  await signIn.refusal.filter({ hasText: words }).waitFor();
  await visitor.inspect('refused');

  await signIn.signIn(email, password);
  const today = new TodayPage(visitor, stage);
  await today.ready();
  await figuresEqualTheServers(visitor, today, stage);
  await visitor.inspect('today');
});

journey('the demonstration banner is on every screen', async (stage) => {
  const { people, visit } = stage;
  const visitor = await visit({ person: people.manager, label: 'banner' });
  const { banner } = new Shell(visitor, stage);
  for (const path of ['/', '/pace', '/team', '/no-such-page']) {
    await visitor.page.goto(path);
    await banner.waitFor();
    await new PacePage(visitor, stage).title.or(visitor.page.getByRole('link')).first().waitFor();
    assert.ok(await banner.isVisible(), path);
  }
  await visitor.inspect('not-found');
});
