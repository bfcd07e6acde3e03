import assert from 'node:assert/strict';
import { journeyApart } from '../harness/journey.mjs';
import { phone } from '../harness/looks.mjs';
import { addOpportunity, definePipelines } from '../pages/pipeline.mjs';

/** Opens what stands behind a figure, and waits for a row with that amount. */
async function openRows({ page }, figure, amount) {
  await page.locator('[data-figure]').filter({ hasText: figure }).first().click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('listitem').filter({ hasText: amount }).first().waitFor();
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
}

/** A territory without accounts, and two quotas of the same quarter. */
async function defineSubjects({ api }, rep) {
  const booked = {
    period: 'quarter',
    from: '2031-01-01',
    rule: { unit: 'booked', currency: 'EUR' },
    reps: [rep.email],
  };
  const { faults } = await api.once('/apply', {
    territories: [{ key: 'journeys', name: 'Southern journeys' }],
    quotas: [
      { ...booked, key: 'journey-booked', name: 'Booked', amount: 900_000_000 },
      { ...booked, key: 'journey-also', name: 'Booked as well', amount: 700_000_000 },
    ],
  });
  assert.deepEqual(faults, []);
}

journeyApart(
  'sold, expected and still to build open to their rows, as of any day',
  async (stage) => {
    const { people, say, visit, number } = stage;
    const admin = await visit({ person: people.admin, label: 'admin' });
    const pipelines = await definePipelines(admin);
    const qualified = pipelines.get('journey').stages.find(({ key }) => key === 'qualified');
    await defineSubjects(admin, people.live);
    const rep = await visit({ person: people.live, label: 'standing' });
    const own = `${stage.look.language} ${Date.now().toString(36)}`;
    const sold = await addOpportunity(rep, { name: `Alder ${own}`, thousands: 60 });
    await rep.api.once(`/opportunities/${sold.opportunity_id}/moves`, { stage: 'sold' });
    const lost = await addOpportunity(rep, { name: `Birch ${own}`, thousands: 10 });
    await rep.api.once(`/opportunities/${lost.opportunity_id}/moves`, {
      stage: 'lost',
      reason: 'too dear',
    });
    await addOpportunity(rep, { name: `Cedar ${own}`, thousands: 40 });

    const { page } = rep;
    await page.goto('/standing');
    await page.getByRole('heading', { level: 1, name: say('Standing') }).waitFor();
    await page.getByText(say('With a quota it says what is still to build.')).waitFor();
    const now = await rep.api.get('/standing');
    assert.ok(now.sold.amount_minor >= 6_000_000, 'the sale counts');

    const quota = now.sold.amount_minor + 50_000_000;
    const field = page.getByRole('textbox', {
      name: say('Quota, {currency}', { currency: 'EUR' }),
    });
    await field.fill('ten');
    await page.getByText(say('This is not an amount.')).waitFor();
    await field.fill(String(quota / 100));
    const asked = await rep.api.get(`/standing?quota_minor=${quota}`);
    await page.getByText(number.moneyExact(asked.to_build)).waitFor();
    await page.getByRole('heading', { name: say('Is it enough?') }).waitFor();
    await rep.inspect('quota');

    const sale = { amount_minor: 6_000_000, currency: 'EUR' };
    await openRows(rep, number.moneyExact(now.sold), number.moneyExact(sale));
    await page.locator('[data-figure]').nth(1).click();
    await page.getByRole('dialog').getByText(`Cedar ${own}`).waitFor();
    await rep.inspect('rows');
    await page.keyboard.press('Escape');

    // A bar of the picture opens the same rows.
    const picture = page.getByRole('region', { name: say('Balance of the stages') });
    const bars = asked.balance.filter((bar) => bar.count + bar.without_value > 0);
    const bar = bars.findIndex(({ stage_id }) => stage_id === qualified.stage_id);
    await picture.locator('[data-figure]').nth(bar).click();
    await page.getByRole('dialog').getByText(`Cedar ${own}`).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    const stages = page.getByRole('region', { name: say('By stage') }).locator('[data-figure]');
    const at = now.stages.findIndex(
      ({ stage_id, customer }) => stage_id === qualified.stage_id && !customer,
    );
    await stages.nth(at).click();
    await page.getByRole('dialog').getByText(`Cedar ${own}`).waitFor();
    await rep.inspect('stage');
    await page.keyboard.press('Escape');

    await page.getByLabel(say('Whose')).selectOption({ label: 'Southern journeys' });
    await page.getByText(say('Nothing open counts for this period.')).waitFor();

    // Of two quotas of a quarter to come the person chooses one.
    await page.goto('/standing?period=2031-Q1');
    await page
      .getByText(say('Several stored quotas fit: choose one, and it says what is still to build.'))
      .waitFor();
    await page.getByLabel(say('Stored quota')).selectOption('journey-booked');
    const chosen = await rep.api.get('/standing?period=2031-Q1&quota=journey-booked');
    assert.equal(chosen.quota.amount_minor, 900_000_000);
    await page.getByText(number.moneyExact(chosen.to_build)).waitFor();
    await rep.inspect('stored');
    await page.goto('/standing');

    // At the end of a day before anything was sold nothing was known of it.
    await page.getByLabel(say('As of the end of')).fill('2020-01-31');
    await page.getByText(say('Nothing open counts for this period.')).waitFor();
    await rep.resize(phone);
    await rep.inspect('phone');
  },
);
