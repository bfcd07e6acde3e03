import assert from 'node:assert/strict';
import { journey } from '../harness/journey.mjs';
import { loggedToday, paceOf, somebodyToCall, until } from '../harness/logging.mjs';
import { QuickLog } from '../pages/quick_log.mjs';
import { TodayPage } from '../pages/today.mjs';

const keys_max = 12;
const stored_within_ms = 300;

const markPage = (page) => page.evaluate(() => (window.sameDocument = true));
const isSamePage = (page) => page.evaluate(() => window.sameDocument === true);

journey('a call is logged by keyboard alone, counts at once, and is taken back', async (stage) => {
  const { people, number, visit, note } = stage;
  const visitor = await visit({ person: people.logger, label: 'quick-log' });
  const { page, keys } = visitor;
  const today = new TodayPage(visitor, stage);
  await today.open();
  await markPage(page);
  const quota = await paceOf(visitor, 'calls');
  const { letters, contact } = await somebodyToCall(visitor, quota.quota_id);
  const known = new Set((await loggedToday(visitor)).map(({ activity_id }) => activity_id));
  const figure = today.figureOf(quota.name);
  const shows = (counted) =>
    until(
      async () => (await figure.innerText()) === number.count(counted),
      `${quota.name} shows ${counted}`,
    );
  await shows(quota.counted);

  const before = (await keys.pressed()).length;
  await new QuickLog(visitor, stage).logAgreedCall(letters);
  const asked = Date.now();
  const isNew = ({ activity_id }) => !known.has(activity_id);
  const activity = await until(async () => (await loggedToday(visitor)).find(isNew), 'stored');
  const seen_ms = Date.now() - asked;

  const pressed = (await keys.pressed()).slice(before);
  const stored_ms = Date.parse(activity.known_at) - pressed.at(-1).at;
  note(
    `${pressed.length} keys; stored ${Math.round(stored_ms)} ms after the last one, found by asking after ${seen_ms} ms`,
  );
  assert.ok(pressed.length <= keys_max, `${pressed.length} keys`);
  assert.ok(stored_ms <= stored_within_ms, `stored after ${Math.round(stored_ms)} ms`);
  assert.equal(activity.contact_name, contact.name, 'logged with whom the letters find');
  assert.deepEqual([activity.kind, activity.outcome], ['call', 'agreed']);

  await shows(quota.counted + 1);
  const entry = today.entryOf(contact.name).first();
  await entry.filter({ hasText: quota.name }).waitFor();
  await visitor.inspect('logged');

  await today.undoOf(contact.name).click();
  await shows(quota.counted);
  await today.entryOf(contact.name).waitFor({ state: 'detached' });
  const isVoided = async () => {
    const item = (await loggedToday(visitor)).find(
      (each) => each.activity_id === activity.activity_id,
    );
    return item === undefined || item.state === 'voided';
  };
  await until(isVoided, 'voided');
  assert.equal((await paceOf(visitor, 'calls')).counted, quota.counted);
  assert.ok(await isSamePage(page), 'the page was not loaded again');
  await visitor.inspect('taken-back');
});
