import assert from 'node:assert/strict';
import { journeyApart } from '../harness/journey.mjs';
import { until } from '../harness/logging.mjs';
import { phone } from '../harness/looks.mjs';
import { QuotasPage } from '../pages/quotas.mjs';

const lastOf = async ({ api }, key) => (await api.get(`/quotas/${key}`)).versions.at(-1);

journeyApart('two quotas become a tenth more at once, and one is copied', async (stage) => {
  const { people, say, number } = stage;
  const manager = await stage.visit({ person: people.manager, label: 'many-quotas' });
  const [first, second] = (await manager.api.get('/quotas')).items;
  const before = await lastOf(manager, first.key);
  const list = new QuotasPage(manager, stage);
  await list.open();
  await list.choose(first.name, second.name);
  await list.changeBy(10, 2);
  const becomes = Math.round(before.amount * 1.1);
  const shown = await list.dialog.locator('section li').first().innerText();
  assert.ok(shown.includes(first.name), 'the preview names it');
  assert.ok(shown.includes(number.count(becomes)), `${shown} says ${becomes}`);
  assert.equal((await lastOf(manager, first.key)).amount, before.amount, 'nothing is stored yet');
  await manager.inspect('preview');
  await manager.resize(phone);
  await manager.inspect('preview-phone');

  const many = '{0, plural, one {Change {n} quota} other {Change {n} quotas}}';
  const words = say(many, { 0: 2, n: number.count(2) });
  await list.dialog.getByRole('button', { name: words, exact: true }).click();
  await list.dialog.waitFor({ state: 'detached' });
  assert.equal((await lastOf(manager, first.key)).amount, becomes);
  assert.notEqual((await lastOf(manager, second.key)).from, second.from);

  await list.page.getByRole('button', { name: say('Edit {name}', { name: first.name }) }).click();
  await list.button('Make a copy').click();
  await list.dialog.getByLabel(say('Name of the new quota')).fill('Once more');
  await manager.inspect('copy');
  await list.button('Make the copy').click();
  await list.dialog.waitFor({ state: 'detached' });
  await list.page.getByText('Once more', { exact: true }).waitFor();
  const copied = await manager.api.get('/quotas/once-more');
  assert.deepEqual(copied.rule.kinds, first.rule.kinds);
  assert.equal(copied.amount, becomes, 'the latest amounts');
});

journeyApart('a rep reads the own quotas, agrees to one and proposes another', async (stage) => {
  const { people, say } = stage;
  const rep = await stage.visit({ person: people.reader, label: 'own-quotas' });
  const paces = (await rep.api.get('/reps/me/pace')).items;
  const list = new QuotasPage(rep, stage);
  await list.open();
  const card = (name) => rep.page.getByRole('region', { name, exact: true });
  await card(paces[0].name)
    .getByRole('button', { name: say('I agree') })
    .click();
  await card(paces[0].name)
    .getByRole('button', { name: say('I agree') })
    .waitFor({ state: 'detached' });
  const { user } = await rep.api.get('/session');
  const { versions } = await rep.api.get(`/quotas/${paces[0].key}`);
  assert.ok(versions.some(({ agreed }) => agreed.some(({ user_id }) => user_id === user.user_id)));
  assert.equal(await list.button('New quota').count(), 0, 'a rep sets nothing');

  await card(paces[1].name).getByLabel(say('Propose another amount')).fill('7');
  await card(paces[1].name)
    .getByRole('button', { name: say('Propose'), exact: true })
    .click();
  await list.button('Take it back').waitFor();
  await rep.inspect('desk');
  await rep.resize(phone);
  await rep.inspect('phone');

  const manager = await stage.visit({ person: people.manager, label: 'own-quotas-manager' });
  const decide = new QuotasPage(manager, stage);
  await decide.open();
  await decide.button('Agree').click();
  await until(async () => {
    const { items } = await manager.api.get('/quota-proposals?state=agreed');
    return items.some(({ amount, rep_id }) => amount === 7 && rep_id === user.user_id);
  }, 'agreed');
});

journeyApart("a team's one number opens the rows of its members", async (stage) => {
  const { people, number } = stage;
  const admin = await stage.visit({ person: people.admin, label: 'one-number-admin' });
  const users = (await admin.api.get('/users?limit=100')).items;
  const { team } = users.find(({ email }) => email === people.manager.email);
  const together = {
    key: 'together',
    name: 'Calls together',
    period: 'month',
    amount: 900,
    rule: { kinds: ['call'] },
    subjects: [{ team: team.name, together: true }],
  };
  await admin.api.once('/apply', { quotas: [together] });
  // On the first day of a month nobody may have called yet.
  const mates = users.filter((user) => user.role === 'rep' && user.team?.team_id === team.team_id);
  const person = Object.values(people).find(({ email }) =>
    mates.some((mate) => mate.email === email),
  );
  const rep = await stage.visit({ person, label: 'one-number-rep' });
  const { contact_id } = await rep.api.once('/contacts', { name: `Newman ${stage.look.language}` });
  const call = { contact_id, kind: 'call', direction: 'outbound', outcome: 'agreed' };
  await rep.api.once('/activities', call);

  const manager = await stage.visit({ person: people.manager, label: 'one-number' });
  const [quota] = (await manager.api.get(`/teams/${team.team_id}/quotas`)).items;
  await manager.page.goto('/team');
  // Not the first figure of the page: those of the reps may be there earlier.
  const row = manager.page.locator('main li').filter({ hasText: together.name });
  const figure = row.locator('[data-figure]');
  await figure.waitFor();
  assert.equal(await figure.innerText(), number.count(quota.counted));
  await figure.click();
  const drawer = manager.page.getByRole('dialog');
  await drawer.locator('li[data-row]').first().waitFor();
  const asked = `/teams/${team.team_id}/quotas/together/evidence?kinds=rule&limit=50`;
  const { items } = await manager.api.get(asked);
  const rows = drawer.locator('li[data-row]');
  assert.equal(await rows.count(), items.length);
  assert.ok((await rows.first().innerText()).includes(items[0].rep_name), 'says whose it is');
  await manager.inspect('drawer');
  await manager.resize(phone);
  await manager.inspect('drawer-phone');
  await manager.resize({ width: 1440, height: 900 });
  await manager.keys.press('Escape');
  await drawer.waitFor({ state: 'detached' });
  assert.ok(await figure.evaluate((it) => it === document.activeElement), 'the focus is back');
});
