// Who corrects a sale that is shared reopens its opportunity and wins it again: the parts of the others stay, and the
// page says so before and after.
import assert from 'node:assert/strict';
import { journey } from '../harness/journey.mjs';
import { until } from '../harness/logging.mjs';
import { addOpportunity, definePipelines } from '../pages/pipeline.mjs';

journey('a sale that is won again is shared as before, and the page says so', async (stage) => {
  const admin = await stage.visit({ person: stage.people.admin, label: 'admin' });
  await definePipelines(admin);
  const visitor = await stage.visit({ person: stage.people.logger, label: 'won again' });
  const me = (await visitor.api.get('/session')).user;
  const { items: reps } = await admin.api.get('/reps');
  const other = reps.find(({ rep_id }) => rep_id !== me.user_id);
  const name = `Elder ${stage.look.language} ${Date.now().toString(36)}`;
  const { opportunity_id } = await addOpportunity(visitor, { name, thousands: 3 });
  await visitor.api.once(`/opportunities/${opportunity_id}/moves`, { stage: 'sold' });
  const sales = async () =>
    (await visitor.api.get(`/sales/rows?opportunity=${opportunity_id}`)).items;
  const [{ sale_id }] = await sales();
  await visitor.api.once(`/sales/${sale_id}/shares`, {
    shares: [
      { rep: 'me', share_bp: 7000 },
      { rep: other.rep_id, share_bp: 3000 },
    ],
    reason: 'with somebody',
  });

  const { page } = visitor;
  const read = () => visitor.api.get(`/opportunities/${opportunity_id}`);
  const card = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: stage.say('Sale'), exact: true }) });
  const told = (within, message) => within.getByText(stage.say(message).trim()).waitFor();
  const pill = (stage_name) => page.getByRole('button', { name: stage_name, exact: true }).first();
  const why = async (stage_name) => {
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: stage.say('Why') }).fill('another amount');
    return dialog.getByRole('button', { name: stage_name, exact: true });
  };

  await page.goto(`/pipeline/${opportunity_id}`);
  await card.getByText(stage.say('Shared'), { exact: true }).waitFor();
  await card.getByText(other.name).first().waitFor();
  await visitor.inspect('shared');

  const qualified = stage.say('Qualified', {}, 'stage'); // usual names, which nobody changed
  await pill(qualified).click();
  await (await why(qualified)).click();
  await until(async () => (await read()).state === 'open', 'reopened');
  await told(card, 'When it is won, it is shared as before: <0/>');
  await visitor.inspect('reopened');

  await pill('Sold').click();
  await until(async () => (await read()).state === 'won', 'won again');
  await told(
    page.getByRole('region', { name: stage.say('Moves') }),
    'It is shared as before: <0/>',
  );
  await visitor.inspect('won again');

  const lost = stage.say('Lost', {}, 'stage');
  await pill(lost).click();
  await (await why(lost)).click();
  await until(async () => (await read()).state === 'lost', 'lost');
  await pill('Sold').click();
  await told(page.getByRole('dialog'), 'When it is won, it is shared as before: <0/>');
  await visitor.inspect('asked');
  await (await why('Sold')).click();
  await until(async () => (await read()).state === 'won', 'won from lost');
  assert.deepEqual(
    (await sales()).map(({ cancelled, shares }) => [
      cancelled,
      shares.map((each) => each.share_bp),
    ]),
    [
      [true, [7000, 3000]],
      [true, [7000, 3000]],
      [false, [7000, 3000]],
    ],
  );
});
