import assert from 'node:assert/strict';
import { journey } from '../harness/journey.mjs';
import { loggedToday, paceOf, somebodyToCall, until } from '../harness/logging.mjs';
import { PacePage } from '../pages/pace.mjs';
import { QuickLog } from '../pages/quick_log.mjs';
import { TeamPage } from '../pages/team.mjs';
import { TodayPage } from '../pages/today.mjs';

const seen_within_ms = 2_000;

/** When the figure of this page first shows these words. */
async function momentOf(page, selector, words) {
  const moment = await page.waitForFunction(
    ([at, text]) => document.querySelector(at)?.textContent === text && Date.now(),
    [selector, words],
    { polling: 50 },
  );
  return moment.jsonValue();
}

journey("what a rep logs is on the manager's screens within two seconds", async (stage) => {
  const { people, number, visit, note } = stage;
  const rep = await visit({ person: people.live, label: 'live-rep' });
  const manager = await visit({ person: people.manager, label: 'live-manager' });
  await new TodayPage(rep, stage).open();
  const quota = await paceOf(rep, 'calls');
  const { letters } = await somebodyToCall(rep, quota.quota_id);

  const team = new TeamPage(manager, stage);
  await team.open();
  const title = team.figureTitle(people.live.name, quota.name);
  const cell = `[data-figure][title="${title}"]`;
  assert.equal(await manager.page.locator(cell).innerText(), number.count(quota.counted));

  const second = await manager.context.newPage();
  const pace = new PacePage({ page: second }, stage);
  await pace.open(quota.quota_id, `?rep=${people.live.email}`);
  const tile = `[data-quota="${quota.quota_id}"] [data-figure]`;
  for (const page of [manager.page, second])
    await page.evaluate(() => (window.sameDocument = true));

  const words = number.count(quota.counted + 1);
  const seen = Promise.all([momentOf(manager.page, cell, words), momentOf(second, tile, words)]);
  await new QuickLog(rep, stage).logAgreedCall(letters);
  const moments = await seen;
  const { at } = (await rep.keys.pressed()).at(-1);
  const [onTeam, onPace] = moments.map((moment) => Math.round(moment - at));
  note(`seen ${onTeam} ms after the last key on Team, ${onPace} ms on Pace`);
  assert.ok(Math.max(onTeam, onPace) <= seen_within_ms, 'live');
  for (const page of [manager.page, second]) {
    assert.ok(await page.evaluate(() => window.sameDocument === true), 'without loading again');
  }
  await until(async () => (await loggedToday(rep)).length > 0, 'stored');
  await manager.inspect('team');
  await manager.inspect('pace', second);
  await rep.inspect('today');
});
