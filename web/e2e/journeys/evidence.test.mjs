import assert from 'node:assert/strict';
import { journey } from '../harness/journey.mjs';
import { EvidenceDrawer, PacePage } from '../pages/pace.mjs';

const shown_at_first = 50;

/** A quota with rows to show: that of the own ones with most, in the period before if this one has just begun. */
async function busiest({ api }) {
  const { items } = await api.get('/reps/me/pace');
  const pace = items.toSorted((a, b) => b.counted - a.counted)[0];
  if (pace.counted > 0) return { pace, period: pace.period.key };
  const { previous } = await api.get(`/quotas/${pace.quota_id}/pace?rep=me`);
  return { pace, period: previous };
}

async function countsEqualTheServers(visitor, drawer, { quota_id }, period, { number }) {
  const asked = `/quotas/${quota_id}/evidence?rep=me&period=${period}&kinds=rule&limit=${shown_at_first}`;
  const evidence = await visitor.api.get(asked);
  const { counted, not_counted, reasons, items } = evidence;
  assert.ok(items.length > 0, 'there are rows to show');
  const pills = await drawer.pills.allInnerTexts();
  const figures = [counted + not_counted, counted, not_counted].map((n) => number.count(n));
  assert.deepEqual(
    pills.map((words) => /[\d.,٬]+/.exec(words)?.[0]),
    figures,
  );
  assert.ok(
    (await drawer.title.innerText()).includes(number.count(counted)),
    'the title says it too',
  );

  const misses = reasons.filter(({ reason }) => !['counted', 'first_in_period'].includes(reason));
  assert.equal(await drawer.reasons.count(), misses.length);
  for (const [index, { n, reason }] of misses.entries()) {
    const words = await drawer.reasons.nth(index).locator('span').allInnerTexts();
    assert.equal(words.at(-1), number.count(n), reason);
    assert.notEqual(words[0].trim(), '', `${reason} has words`);
  }
  assert.equal(await drawer.rows.count(), items.length);
  for (const [index, { counts }] of items.entries()) {
    const row = drawer.rows.nth(index);
    assert.equal((await row.getAttribute('data-counts')) === 'true', counts);
  }
  const reasonless = await drawer.reasonlessRows();
  assert.deepEqual(
    reasonless,
    items.map(({ counts }) => counts),
    'every row that does not count has its reason, and no other',
  );
}

journey(
  "a figure opens its rows, which are the server's, and gets the focus back",
  async (stage) => {
    const { people, visit, number } = stage;
    const visitor = await visit({ person: people.reader, label: 'evidence' });
    const { pace, period } = await busiest(visitor);
    const isRunning = period === pace.period.key;
    const page = new PacePage(visitor, stage);
    await page.open(pace.quota_id, isRunning ? '' : `?period=${period}`);
    const figure = page.figureOf(pace.quota_id);
    assert.equal(await figure.innerText(), number.count(pace.counted));

    const drawer = new EvidenceDrawer(visitor, stage);
    if (isRunning) await figure.click();
    else await visitor.keys.shortcut('e');
    await drawer.rows.first().waitFor();
    await countsEqualTheServers(visitor, drawer, pace, period, stage);
    await visitor.inspect('drawer');

    await drawer.close();
    if (isRunning)
      assert.ok(
        await figure.evaluate((it) => it === document.activeElement),
        'the figure has the focus',
      );

    await figure.focus();
    await visitor.keys.shortcut('e');
    await drawer.title.waitFor();
    await drawer.close();
    assert.ok(await figure.evaluate((it) => it === document.activeElement), 'and again after E');
  },
);

journey('square brackets go to the period before and after', async (stage) => {
  const { people, visit } = stage;
  const visitor = await visit({ person: people.reader, label: 'period' });
  const [{ quota_id }] = (await visitor.api.get('/reps/me/pace')).items;
  const { period, previous } = await visitor.api.get(`/quotas/${quota_id}/pace?rep=me`);
  const page = new PacePage(visitor, stage);
  await page.open(quota_id);
  await visitor.keys.shortcut('[');
  await page.untilPeriod(previous);
  await page.ready();
  await visitor.inspect('before');
  await visitor.keys.shortcut(']');
  await page.untilPeriod(period.key);
  await page.ready();
  await visitor.inspect('after');
});
