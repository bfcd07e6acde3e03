import assert from 'node:assert/strict';
import { journey, journeyOfServers } from '../harness/journey.mjs';
import { loggedToday, paceOf, somebodyToCall, until } from '../harness/logging.mjs';
import { PacePage } from '../pages/pace.mjs';
import { QuickLog } from '../pages/quick_log.mjs';
import { TeamPage } from '../pages/team.mjs';
import { TodayPage } from '../pages/today.mjs';

const seen_within_ms = 2_000;
const seen_on_another_server_within_ms = 1_000;
const calls_for_another_server = 5;

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

journeyOfServers('what a rep logs moves the pace on a page of another server', async (stage) => {
  const { people, number, visit, note, anotherServer } = stage;
  const rep = await visit({ person: people.live, label: 'servers-rep' });
  const url = await anotherServer();
  assert.notEqual(url, stage.url);
  const manager = await visit({ person: people.manager, label: 'servers-manager', url });
  await new TodayPage(rep, stage).open();
  const quota = await paceOf(rep, 'calls');
  const pace = new PacePage(manager, stage);
  await pace.open(quota.quota_id, `?rep=${people.live.email}`);
  assert.equal(new URL(manager.page.url()).origin, url);
  await manager.page.evaluate(() => (window.sameDocument = true));
  const tile = `[data-quota="${quota.quota_id}"] [data-figure]`;

  const times_ms = [];
  for (let call = 1; call <= calls_for_another_server; call += 1) {
    const { letters } = await somebodyToCall(rep, quota.quota_id);
    const seen = momentOf(manager.page, tile, number.count(quota.counted + call));
    await new QuickLog(rep, stage).logAgreedCall(letters);
    const { at } = (await rep.keys.pressed()).at(-1);
    times_ms.push(Math.round((await seen) - at));
  }
  note(`seen on the other server ${times_ms.join(', ')} ms after the last key`);
  times_ms.sort((a, b) => a - b);
  const usual_ms = times_ms[Math.floor(times_ms.length / 2)];
  assert.ok(usual_ms <= seen_on_another_server_within_ms, `usually ${usual_ms} ms`);
  assert.ok(times_ms.at(-1) <= seen_within_ms, `once ${times_ms.at(-1)} ms`);
  assert.ok(await manager.page.evaluate(() => window.sameDocument), 'without loading again');
  await manager.inspect('pace');
  await rep.inspect('today');
});
