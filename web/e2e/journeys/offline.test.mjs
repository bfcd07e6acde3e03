import assert from 'node:assert/strict';
import { journey } from '../harness/journey.mjs';
import { loggedToday, paceOf, somebodyToCall, until } from '../harness/logging.mjs';
import { QuickLog } from '../pages/quick_log.mjs';
import { TodayPage } from '../pages/today.mjs';

journey('what is logged without a network is kept, and stored exactly once', async (stage) => {
  const { people, say, visit } = stage;
  const visitor = await visit({ person: people.offline, label: 'offline' });
  const { page } = visitor;
  const today = new TodayPage(visitor, stage);
  const quota = await paceOf(visitor, 'calls');
  const { letters, contact } = await somebodyToCall(visitor, quota.quota_id);
  await today.openKnowing();
  const ofContact = async () =>
    (await loggedToday(visitor)).filter(({ contact_id }) => contact_id === contact.contact_id);
  const before = (await ofContact()).length;

  await visitor.setOffline(true);
  await new QuickLog(visitor, stage).logAgreedCall(letters);
  const entry = today.entryOf(contact.name).first();
  const onDevice = today.logged.locator('li').filter({ hasText: say('saved on this device') });
  await onDevice.waitFor();
  assert.match(await onDevice.innerText(), new RegExp(contact.name), 'with whom the letters find');
  const waiting = say('{waiting, plural, one {# waiting} other {# waiting}}', { waiting: 1 });
  await page
    .getByText(say('offline, {words}', { words: waiting }))
    .filter({ visible: true })
    .waitFor();
  assert.equal((await ofContact()).length, before, 'nothing reached the server');
  await visitor.inspect('waiting');

  await visitor.setOffline(false);
  await until(async () => (await ofContact()).length > before, 'stored');
  await entry.filter({ hasText: quota.name }).waitFor();
  await page.reload();
  await today.ready();
  await today.entryOf(contact.name).first().waitFor();
  await new Promise((done) => setTimeout(done, 500)); // a second sending would have come by now
  assert.equal((await ofContact()).length, before + 1, 'stored exactly once');
  await visitor.inspect('stored');
});
