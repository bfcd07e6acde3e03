import assert from 'node:assert/strict';
import { coloursOnly } from '../harness/axe.mjs';
import { journey } from '../harness/journey.mjs';
import { settle } from '../harness/layout.mjs';
import { desk, everyLook, phone } from '../harness/looks.mjs';
import { PacePage } from '../pages/pace.mjs';
import { QuickLog } from '../pages/quick_log.mjs';
import { Shell } from '../pages/shell.mjs';
import { screens } from '../pages/screens.mjs';
import { TodayPage } from '../pages/today.mjs';

/** What people look at all day. That words fit is judged of every screen, in every language, by `overflow`. */
const daily = [
  'today',
  'log-who',
  'log-outcome',
  'pace',
  'drawer',
  'team',
  'pace-of-rep',
  'sign-in',
];

journey(
  'what is looked at all day can be read on the phone and on the desk',
  async (stage) => {
    const visitors = new Map();
    const rules = stage.look === everyLook[0] ? undefined : coloursOnly;
    for (const { name, person, open } of screens.filter((screen) => daily.includes(screen.name))) {
      if (!visitors.has(person)) {
        const whom = { person: stage.people[person], viewport: phone, label: 'layout' };
        visitors.set(person, await stage.visit(whom));
      }
      const visitor = visitors.get(person);
      await open(stage, visitor);
      await visitor.inspect(`${name}-phone`, visitor.page, rules);
      await visitor.resize(desk);
      await visitor.inspect(`${name}-desk`, visitor.page, rules);
      await visitor.resize(phone);
    }
  },
  { inLooks: everyLook },
);

journey('on the phone the bar stands at the foot, and the log fills the screen', async (stage) => {
  const visitor = await stage.visit({
    person: stage.people.reader,
    viewport: phone,
    label: 'phone',
  });
  const shell = new Shell(visitor, stage);
  await visitor.page.goto('/');
  await new TodayPage(visitor, stage).parts.first().waitFor();
  assert.ok(await shell.bottomBar.isVisible(), 'the bar at the foot');
  const bar = await shell.bottomBar.boundingBox();
  assert.equal(Math.round(bar.y + bar.height), phone.height, 'stands at the foot');

  await shell.bottomBar.getByRole('button', { name: stage.say('Log an activity') }).click();
  const log = new QuickLog(visitor, stage);
  await log.who.waitFor();
  await settle(visitor.page);
  const box = await log.dialog.boundingBox();
  assert.deepEqual([box.x, box.y, box.width, box.height].map(Math.round), [
    0,
    0,
    phone.width,
    phone.height,
  ]);
});

journey('the chosen tile of Pace is on the screen of a phone', async (stage) => {
  const visitor = await stage.visit({
    person: stage.people.reader,
    viewport: phone,
    label: 'phone-tile',
  });
  const pace = new PacePage(visitor, stage);
  const { items } = await visitor.api.get('/reps/me/pace');
  for (const { quota_id, name } of items) {
    await pace.open(quota_id);
    await settle(visitor.page);
    const { x, width } = await pace.tileOf(quota_id).boundingBox();
    assert.ok(x >= 0 && x + width <= phone.width, `${name} at ${x} to ${x + width}`);
  }
  await visitor.inspect('last');
});
