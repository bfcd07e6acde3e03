import assert from 'node:assert/strict';
import { journey } from '../harness/journey.mjs';
import { cutTexts, settle, sidewaysScroll } from '../harness/layout.mjs';
import { phone } from '../harness/looks.mjs';
import { addOpportunity, definePipelines } from '../pages/pipeline.mjs';
import { Shell } from '../pages/shell.mjs';

const own = () => Date.now().toString(36);
const days = (n) => new Date(Date.now() + n * 86_400_000).toISOString();

/** Somebody at an account of their own, with something of everything that a history has. */
async function busyContact(visitor, name) {
  const { api } = visitor;
  const contact = await api.once('/contacts', {
    name: `Petra ${name}`,
    account_name: `Works ${name}`,
    phone: '+359 2 555 0100',
    email: 'petra@works.example',
  });
  const { contact_id } = contact;
  await api.once('/signals/batch', {
    items: [{ contact_id, kind: 'click', topic: 'pensions', occurred_at: days(-6) }],
  });
  await api.once('/activities', {
    contact_id,
    kind: 'call',
    direction: 'outbound',
    outcome: 'answered',
    duration_s: 271,
    occurred_at: days(-5),
  });
  const { account } = await api.get(`/contacts/${contact_id}`);
  const opportunity = await addOpportunity(visitor, {
    name: `Roof ${name}`,
    account_id: account.account_id,
  });
  const one = `/opportunities/${opportunity.opportunity_id}`;
  await api.once(`${one}/changes`, { contact_id });
  await api.once(`${one}/people`, { people: [{ contact_id, part: 'decision_maker' }] });
  await api.once(`${one}/estimates`, {
    send: true,
    key: `E ${name}`,
    lines: [{ unit_price_minor: 180_000 }],
  });
  await api.once('/appointments', {
    contact_id,
    starts_at: days(3),
    purpose: 'First talk',
  });
  return { contact, account, opportunity };
}

journey('a contact is found, and everything that happened with it opens', async (stage) => {
  const { say, people, look } = stage;
  await definePipelines(await stage.visit({ person: people.admin, label: 'admin' }));
  const visitor = await stage.visit({ person: people.logger, label: 'contact' });
  const { page, keys, api } = visitor;
  const mark = `${look.language} ${own()}`;
  const { contact, account, opportunity } = await busyContact(visitor, mark);
  const shell = new Shell(visitor, stage);
  const card = (title) =>
    page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: say(title), exact: true }) });
  const heading = (name) => page.getByRole('heading', { level: 1, name, exact: true });

  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await shell.openPalette();
  await shell.paletteField.fill(contact.name);
  await shell.found.filter({ hasText: contact.name }).first().waitFor();
  await keys.press('Enter');
  await heading(contact.name).waitFor();
  const history = card('History');
  await history.getByText(opportunity.name, { exact: false }).first().waitFor();
  assert.equal(await history.getByRole('listitem').count(), 6);
  await card('Who it is').getByRole('link', { name: '+359 2 555 0100' }).waitFor();
  await card('Opportunities').getByRole('link', { name: opportunity.name }).waitFor();
  await visitor.inspect('contact');

  const talk = history
    .getByRole('listitem')
    .filter({ hasText: say('Appointment') })
    .first();
  await talk.getByRole('button').click();
  await talk.getByText('First talk').waitFor();
  const call = history.getByRole('listitem').filter({ hasText: say('Call') });
  assert.equal(await call.getByText(say('Direction')).count(), 0, 'closed');
  await call.getByRole('button').click();
  await call.getByText(say('Direction')).waitFor();
  await visitor.inspect('open');
  await visitor.resize(phone);
  await settle(page);
  await visitor.inspect('phone');
  assert.equal(await sidewaysScroll(page), 0);
  assert.deepEqual(await cutTexts(page), []);
  await visitor.resize({ width: 1280, height: 800 });

  await history.getByRole('link', { name: opportunity.name }).first().click();
  await heading(opportunity.name).waitFor();
  await page.goBack();
  await heading(contact.name).waitFor();

  await api.once('/sales', {
    account_id: account.account_id,
    lines: [{ amount: { amount_minor: 250_000, currency: 'EUR' } }],
  });
  await api.once(`/accounts/${account.account_id}/changes`, { name: `Great ${account.name}` });
  await api.once(`/accounts/${account.account_id}/changes`, { region: 'West' });
  await shell.openPalette();
  await shell.paletteField.fill(`great ${account.name}`);
  // Its people are found by it, too: the account is the one that says so.
  const found = shell.found.filter({ hasText: `Great ${account.name}` });
  const it = found.filter({ hasText: new RegExp(`${say('account')}$`) });
  await it.waitFor();
  await visitor.inspect('found');
  await it.click();
  await heading(`Great ${account.name}`).waitFor();
  const changed = history.getByRole('listitem').filter({ hasText: `Great ${account.name}` });
  await changed.getByRole('button').click();
  await changed.getByText(account.name, { exact: true }).waitFor();
  const sale = history
    .getByRole('listitem')
    .filter({ hasText: say('Sale') })
    .first();
  await sale.getByRole('button').click();
  await sale.getByText(say('Day'), { exact: false }).first().waitFor();
  await card('People').getByRole('link', { name: contact.name }).waitFor();
  await visitor.inspect('account');
  await visitor.resize(phone);
  await visitor.inspect('account-phone');
  assert.equal(await sidewaysScroll(page), 0);
  await visitor.resize({ width: 1280, height: 800 });

  await shell.openPalette();
  await shell.paletteField.fill(opportunity.name);
  await shell.found.filter({ hasText: opportunity.name }).first().waitFor();
  await keys.press('Enter');
  await heading(opportunity.name).waitFor();
});

journey("another rep's contact is refused", async (stage) => {
  const mine = await stage.visit({ person: stage.people.logger, label: 'owner' });
  const { contact_id } = await mine.api.once('/contacts', { name: `Mine ${own()}` });
  const other = await stage.visit({ person: stage.people.reader, label: 'refused' });
  other.expect(403, /^\/api\/v1\/contacts\//);
  await other.page.goto(`/contacts/${contact_id}`);
  await other.page.getByText(stage.say('You cannot see this.')).waitFor();
  await other.inspect('refused');
});
