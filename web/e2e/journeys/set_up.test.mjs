// A company with nobody but its administrator becomes two teams of twelve, by hand in the browser.
import assert from 'node:assert/strict';
import { journey } from '../harness/journey.mjs';
import { until } from '../harness/logging.mjs';
import { phone } from '../harness/looks.mjs';
import { startEmptyPaceline } from '../harness/paceline.mjs';
import { QuotasPage } from '../pages/quotas.mjs';
import { SetUpPages } from '../pages/set_up.mjs';
import { TodayPage } from '../pages/today.mjs';

const named = (names, team) =>
  names.split(' ').map((name) => ({
    name: `${name} ${team}`,
    email: `${name.toLowerCase()}@acme.example`,
  }));
const north = named('Ann Ben Carla Dan Eva Finn', 'North');
const south = named('Gül Hana Ivo Jana Kai Lea', 'South').map((person, index) => ({
  ...person,
  email: `south${index}@acme.example`,
}));

const day_ms = 86_400_000;
const inDays = (days) => new Date(Date.now() + days * day_ms).toISOString().slice(0, 10);

const calls = { key: 'calls-of-a-month', name: 'Calls of a month', period: 'Month', amount: 400 };

/** What a rep is asked this month. */
async function askedOf(api, email) {
  const { items } = await api.get('/reps?limit=100');
  const { rep_id } = items.find((rep) => rep.email === email);
  const paces = (await api.get(`/reps/${rep_id}/pace`)).items;
  return paces.find(({ key }) => key === calls.key);
}

async function setUpTime(pages, visitor) {
  await pages.open('/working-time', 'Working time');
  await pages.addCalendar('BG');
  await pages.addRamp('Three months');
  await visitor.inspect('working-time');
}

async function setUpPeople(pages, visitor) {
  await pages.open('/teams', 'Teams');
  await pages.addTeam('North');
  await pages.addTeam('South');
  await visitor.inspect('teams');
  await pages.open('/people', 'People');
  const calendar = pages.say('Bulgaria');
  await pages.addPeople(north, { team: 'North', calendar });
  await pages.open('/people', 'People');
  await pages.button('Add people').click();
  await pages.addPeople(south, { team: 'South', calendar });
  await visitor.inspect('people');
}

async function setUpQuota(stage, visitor) {
  const quotas = new QuotasPage(visitor, stage);
  await quotas.open();
  await quotas.openEditor();
  await quotas.fill(calls);
  await quotas.ask('team/North', 'team/South');
  await visitor.inspect('quota');
  await quotas.set();
  await quotas.page.getByText(calls.name, { exact: true }).waitFor();
}

async function setUpDifferences(pages, visitor) {
  await pages.openPerson(north[0].name);
  await pages.setHours(['4', '4', '4', '4', '4', '0', '0']);
  await visitor.inspect('part-time');
  await pages.openPerson(north[1].name);
  await pages.enterLeave(inDays(0), inDays(1));
  await visitor.inspect('leave');
  await pages.openPerson(south[0].name);
  await pages.setRamp('Three months', inDays(-40));
  await visitor.inspect('ramp');
}

async function figuresFollow(api) {
  const [full, half, away, fresh] = await Promise.all(
    [north[2], north[0], north[1], south[0]].map(({ email }) => askedOf(api, email)),
  );
  assert.ok(full.amount > 0, 'something is asked of a full-time rep');
  assert.ok(
    half.proration.some(({ why }) => why === 'part_time'),
    'part time lowers',
  );
  assert.ok(half.amount < full.amount);
  assert.ok(
    fresh.proration.some(({ why }) => why === 'ramp'),
    'the ramp lowers',
  );
  assert.ok(fresh.amount < full.amount);
  assert.ok(away.amount <= full.amount, 'leave never raises');
}

async function joined(stage, empty, link) {
  const visitor = await stage.visit({ url: empty.url, label: 'set-up-joined' });
  const { page } = visitor;
  await page.goto(link);
  const password = page.getByLabel(stage.say('New password'), { exact: true });
  await password.waitFor();
  await visitor.inspect('join');
  await password.fill('four quiet words here');
  await page.keyboard.press('Enter');
  await new TodayPage(visitor, stage).rows.first().waitFor();
  assert.equal(new URL(page.url()).pathname, '/', 'the token is gone from the address');
  assert.equal(new URL(page.url()).hash, '');
  await visitor.inspect('first-day');
}

const long = { timeout: 180_000 };

journey(
  'two teams of twelve are set up by hand from an empty start',
  async (stage) => {
    const empty = await startEmptyPaceline();
    try {
      const visitor = await stage.visit({ person: empty.admin, url: empty.url, label: 'set-up' });
      const { page, api } = visitor;
      const pages = new SetUpPages(visitor, stage);
      await page.goto('/');
      await pages.card('Set up your company').waitFor();
      await visitor.inspect('first-steps');

      await setUpTime(pages, visitor);
      await setUpPeople(pages, visitor);
      await setUpQuota(stage, visitor);
      await setUpDifferences(pages, visitor);

      const { users, teams, part_time, leave, ramps } = await api.get('/definitions');
      assert.equal(users.length, 13, 'twelve and the administrator');
      assert.deepEqual(teams.map(({ name }) => name).toSorted(), ['North', 'South']);
      assert.deepEqual([part_time.length, leave.length, ramps.length], [1, 1, 1]);
      await figuresFollow(api);

      await pages.openPerson(north[2].name);
      const link = await pages.invite();
      await visitor.inspect('invitation');
      await joined(stage, empty, link);
      await until(async () => {
        const { items } = await api.get('/users?limit=100');
        return items.find(({ email }) => email === north[2].email).invited === false;
      }, 'the invitation is taken');
    } finally {
      await empty.stop();
    }
  },
  long,
);

journey('a manager sees on the phone who is away', async (stage) => {
  const visitor = await stage.visit({
    person: stage.people.manager,
    viewport: phone,
    label: 'leave-phone',
  });
  const pages = new SetUpPages(visitor, stage);
  await pages.open('/leave', 'Leave');
  const first = visitor.page.locator('[data-cell][tabindex="0"]');
  await first.focus();
  await visitor.keys.press('ArrowDown');
  assert.notEqual(await visitor.page.locator('[data-cell]:focus').count(), 0, 'arrows move');
  await visitor.keys.press('Enter');
  await pages.field('First day away').waitFor();
  await visitor.inspect('chosen');
});
