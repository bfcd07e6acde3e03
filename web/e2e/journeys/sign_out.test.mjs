import assert from 'node:assert/strict';
import { journey } from '../harness/journey.mjs';
import { loggedToday, paceOf, somebodyToCall, until } from '../harness/logging.mjs';
import { QuickLog } from '../pages/quick_log.mjs';
import { Shell } from '../pages/shell.mjs';
import { SignInPage } from '../pages/sign_in.mjs';
import { TodayPage } from '../pages/today.mjs';

journey('who signs out without a network is out, and nothing logged is lost', async (stage) => {
  const { people, say, visit } = stage;
  const visitor = await visit({ label: 'sign-out' });
  visitor.expect(401, /^\/api\/v1\/(session|live)$/);
  const { page } = visitor;
  const { email, password, name } = people.signer;
  const signIn = new SignInPage(visitor, stage);
  const today = new TodayPage(visitor, stage);
  await signIn.open();
  await signIn.signIn(email, password);
  await today.ready();
  const quota = await paceOf(visitor, 'calls');
  const { letters, contact } = await somebodyToCall(visitor, quota.quota_id);
  await today.openKnowing();
  const ofContact = async () =>
    (await loggedToday(visitor)).filter(({ contact_id }) => contact_id === contact.contact_id);
  const before = (await ofContact()).length;

  await visitor.setOffline(true);
  await new QuickLog(visitor, stage).logAgreedCall(letters);
  await today.logged.getByText(say('saved on this device')).waitFor();
  await new Shell(visitor, stage).openPersonMenu(name);
  await page.getByText(say('Sign out'), { exact: true }).click();
  await signIn.title.waitFor();
  await page.getByRole('status').waitFor();
  assert.equal(await page.getByText(name).count(), 0);
  await visitor.inspect('kept');

  await visitor.setOffline(false);
  await until(async () => !(await visitor.api.isSignedIn()), 'the session has ended');
  await signIn.signIn(email, password);
  await today.entryOf(contact.name).filter({ hasText: quota.name }).first().waitFor();
  assert.equal((await ofContact()).length, before + 1, 'stored exactly once');
});

/** What the live stream of this page's session tells, without the page: its text so far, and whether it has ended. */
const followStream = (page) =>
  page.evaluate(async () => {
    window.stream = { text: '', ended: false };
    const { body } = await fetch('/api/v1/live');
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    const read = async () => {
      const { value = '', done } = await reader.read();
      window.stream = { text: window.stream.text + value, ended: done };
      if (!done) await read();
    };
    void read();
  });

journey('a live stream ends with its session', async (stage) => {
  const { people, visit } = stage;
  const listener = await visit({ label: 'stream-listener' });
  const writer = await visit({ person: people.streamer, label: 'stream-writer' });
  listener.expect(401, /^\/api\/v1\//);
  const signIn = new SignInPage(listener, stage);
  await signIn.open();
  await signIn.signIn(people.streamer.email, people.streamer.password);
  await new TodayPage(listener, stage).ready();
  await new TodayPage(writer, stage).open();
  await followStream(listener.page);
  const stream = () => listener.page.evaluate(() => window.stream);
  const quota = await paceOf(writer, 'calls');
  const log = async () =>
    new QuickLog(writer, stage).logAgreedCall(
      (await somebodyToCall(writer, quota.quota_id)).letters,
    );

  await log();
  await until(async () => (await stream()).text.includes('event: change'), 'told');
  await listener.api.remove('/session');
  const { text } = await stream();
  await log();
  await until(async () => (await stream()).ended, 'ended');
  assert.equal((await stream()).text, text, 'untold');
});
