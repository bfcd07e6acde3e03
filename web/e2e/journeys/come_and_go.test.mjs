// Holidays that come as a file, and somebody who leaves: what is taken from it can be seen before it is.
import assert from 'node:assert/strict';
import { journeyApart } from '../harness/journey.mjs';
import { phone } from '../harness/looks.mjs';
import { SetUpPages } from '../pages/set_up.mjs';

const year = new Date().getUTCFullYear() + 1;

const ics = `BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1@acme.example
DTSTART;VALUE=DATE:${year}0709
DTEND;VALUE=DATE:${year}0711
SUMMARY:Days of the founder
END:VEVENT
END:VCALENDAR
`.replaceAll('\n', '\r\n');

const csv = `day,minutes,name
${year}-08-20,240,"Party, half a day"
`;

const daysOf = async ({ api }, name) =>
  (await api.get('/definitions')).calendars.find((each) => each.name === name).days;

journeyApart('holidays are taken from a calendar file and from a table', async (stage) => {
  const { people, say } = stage;
  const visitor = await stage.visit({ person: people.admin, label: 'holidays' });
  const { page } = visitor;
  const [{ name }] = (await visitor.api.get('/definitions')).calendars;
  const pages = new SetUpPages(visitor, stage);
  await page.goto(`/working-time/${encodeURIComponent(name)}`);
  const card = pages.card('Days from a file');
  await card.waitFor();
  const give = (file, mimeType, text) =>
    card
      .locator('input[type="file"]')
      .setInputFiles({ name: file, mimeType, buffer: Buffer.from(text) });
  const news = '{fresh, plural, one {# day is new} other {# days are new}}';

  await give('holidays.ics', 'text/calendar', ics);
  await card
    .getByRole('status')
    .filter({ hasText: say(news, { fresh: 2 }) })
    .waitFor();
  await visitor.inspect('ics');
  assert.ok(
    (await daysOf(visitor, name)).every(({ day }) => day !== `${year}-07-09`),
    'only shown',
  );
  await pages.button('Take these days').click();
  await pages.button('Take these days').waitFor({ state: 'detached' });

  await give('wrong.csv', 'text/csv', `${csv}${year}-08-32,0,No such day\n`);
  await card.getByRole('alert').waitFor();
  assert.ok(await pages.button('Take these days').isDisabled(), 'all of a file or nothing');
  await visitor.inspect('refused');
  await give('half_days.csv', 'text/csv', csv);
  await card.getByRole('alert').waitFor({ state: 'detached' });
  await visitor.resize(phone);
  await visitor.inspect('csv');
  await pages.button('Take these days').click();
  await pages.button('Take these days').waitFor({ state: 'detached' });

  await page.reload();
  await card.waitFor();
  const days = await daysOf(visitor, name);
  const minutes = (day) => days.find((each) => each.day === `${year}-${day}`)?.minutes;
  assert.deepEqual([minutes('07-09'), minutes('07-10'), minutes('08-20')], [0, 0, 240]);
  assert.equal(minutes('07-11'), undefined, 'the first day after it is not one of them');
});

const day_ms = 86_400_000;

journeyApart(
  'somebody leaves, and a colleague gets the contacts and the rest of the quotas',
  async (stage) => {
    const { people, say, visit } = stage;
    const admin = await visit({ person: people.admin, label: 'departure' });
    const users = async () => (await admin.api.get('/users?limit=100')).items;
    const all = await users();
    const leaver = all.find(({ email }) => email === people.signer.email);
    const successor = all.find(({ email }) => email === people.reader.email);
    const asked = async () => {
      const { items } = await admin.api.get(`/reps/${successor.user_id}/pace`);
      return items.reduce((sum, { amount }) => sum + amount, 0);
    };
    const before = await asked();

    const pages = new SetUpPages(admin, stage);
    await pages.openPerson(leaver.name);
    await pages.button('Somebody leaves the company …').click();
    const last = new Date(Date.now() - day_ms).toISOString().slice(0, 10);
    const card = pages.card('Departure');
    await card.getByLabel(say('Last day'), { exact: true }).fill(last);
    await card.getByLabel(say('Who takes over')).selectOption(successor.user_id);
    await card.getByText(say('{to} gets all contacts.', { to: successor.name })).waitFor();
    assert.equal(
      (await users()).find(({ email }) => email === leaver.email).left,
      null,
      'only told',
    );
    await admin.inspect('what-happens');
    await admin.resize(phone);
    await admin.inspect('what-happens-phone');

    const leaving = await visit({ person: people.signer, label: 'departure-leaver' });
    assert.ok(await leaving.api.isSignedIn());
    await pages.button('Let {name} go', { name: leaver.name }).click();
    await card.getByRole('status').waitFor();
    await admin.inspect('handed-over');
    assert.notEqual((await users()).find(({ email }) => email === leaver.email).left, null);
    assert.equal(await leaving.api.isSignedIn(), false, 'no longer signed in anywhere');
    assert.ok((await asked()) > before, 'the successor is asked what is left');
  },
);
