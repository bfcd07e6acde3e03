import assert from 'node:assert/strict';
import { journey } from '../harness/journey.mjs';
import { until } from '../harness/logging.mjs';
import { addOpportunity, definePipelines } from '../pages/pipeline.mjs';

const own = () => Date.now().toString(36);

async function opened(stage, label) {
  const admin = await stage.visit({ person: stage.people.admin, label: 'admin' });
  await definePipelines(admin);
  const visitor = await stage.visit({ person: stage.people.logger, label });
  const name = `Elm ${stage.look.language} ${own()}`;
  const { opportunity_id } = await addOpportunity(visitor, { name, thousands: 3 });
  await visitor.page.goto(`/pipeline/${opportunity_id}`);
  const card = (title) =>
    visitor.page
      .locator('section')
      .filter({ has: visitor.page.getByRole('heading', { name: stage.say(title), exact: true }) });
  const button = (within, name) =>
    within.getByRole('button', { name: stage.say(name), exact: true });
  return { visitor, opportunity_id, name, card, button };
}

journey('an estimate is sent, accepted, and taken over by hand', async (stage) => {
  const { visitor, opportunity_id, card, button } = await opened(stage, 'estimates');
  const estimates = card('Estimates');
  await estimates.getByText(stage.say('No estimate yet.')).waitFor();
  await button(estimates, 'New estimate').click();
  const field = (name, values) =>
    estimates.getByRole('textbox', { name: stage.say(name, values), exact: true });
  await field('Description').fill('days');
  await field('Quantity').fill('2.5');
  await field('Price of one, {currency}', { currency: 'EUR' }).fill('800');
  await field('Discount, %').fill('10');
  await visitor.inspect('estimate');
  await button(estimates, 'Send').click();
  await button(estimates, 'Accepted').waitFor();
  const { items } = await visitor.api.get(`/estimates?opportunity=${opportunity_id}`);
  assert.deepEqual(
    items.map(({ state, worth, counts }) => [state, worth.amount_minor, counts]),
    [['sent', 180_000, true]],
  );

  await button(estimates, 'Accepted').click();
  await button(estimates, 'Take over the amount').waitFor();
  const read = () => visitor.api.get(`/opportunities/${opportunity_id}`);
  assert.equal((await read()).value.amount_minor, 300_000);
  await visitor.inspect('offer');
  await button(estimates, 'Take over the amount').click();
  await until(async () => (await read()).value.amount_minor === 180_000, 'taken over');
  await button(estimates, 'Mark as won').click();
  await until(async () => (await read()).state === 'won', 'won');
  await button(estimates, 'Mark as won').waitFor({ state: 'detached' });
});

journey('a trial is given, prolonged, seen on Today, and kept', async (stage) => {
  const { visitor, opportunity_id, name, card, button } = await opened(stage, 'trials');
  const trials = card('Trials and extras');
  await trials.getByRole('textbox', { name: stage.say('What they get') }).fill('the small plan');
  await button(trials, 'Give').click();
  await trials.getByText('the small plan').waitFor();
  const read = async () =>
    (await visitor.api.get(`/trials?opportunity=${opportunity_id}`)).items[0];
  await button(trials, 'Prolong').click();
  await button(trials.locator('form').first(), 'Prolong').click();
  await until(async () => (await read()).extensions === 1, 'prolonged');
  await visitor.inspect('trial');

  const soon = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  await visitor.api.once(`/opportunities/${opportunity_id}/trials`, {
    kind: 'demo',
    what: 'the big plan',
    from: '2026-03-01',
    to: soon,
  });
  await visitor.page.goto('/');
  const today = card('Trials that end');
  await today.getByText('the big plan').first().waitFor();
  await visitor.inspect('today');
  await today.getByRole('link', { name }).click();
  await button(card('Trials and extras'), 'They keep it').first().click();
  await until(async () => (await read()).state === 'converted', 'kept');
});
