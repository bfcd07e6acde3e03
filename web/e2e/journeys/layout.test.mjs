import assert from 'node:assert/strict';
import { journey } from '../harness/journey.mjs';
import { cutTexts, settle, sidewaysScroll } from '../harness/layout.mjs';
import { desk, phone } from '../harness/looks.mjs';
import { EvidenceDrawer, PacePage } from '../pages/pace.mjs';
import { QuickLog } from '../pages/quick_log.mjs';
import { Shell } from '../pages/shell.mjs';
import { SignInPage } from '../pages/sign_in.mjs';
import { TeamPage } from '../pages/team.mjs';
import { TodayPage } from '../pages/today.mjs';

/** Walks through every screen and gathers what does not fit, so that one run names everything. */
function surveyOf(faults) {
  return async (visitor, state) => {
    const { page } = visitor;
    await settle(page);
    const sideways = await sidewaysScroll(page);
    if (sideways > 0) faults.push(`${state}: scrolls ${sideways} px sideways`);
    for (const cut of await cutTexts(page)) faults.push(`${state}: ${cut}`);
    await visitor.inspect(state);
  };
}

async function throughScreensOfARep(stage, viewport, label, faults) {
  const visitor = await stage.visit({ person: stage.people.reader, viewport, label });
  const survey = surveyOf(faults);
  const shell = new Shell(visitor, stage);
  const today = new TodayPage(visitor, stage);
  await visitor.page.goto('/');
  await today.parts.first().waitFor();
  await today.logged.locator('li, button').first().waitFor();
  await survey(visitor, 'today');
  return { visitor, survey, shell };
}

async function throughPace(stage, visitor, survey) {
  const pace = new PacePage(visitor, stage);
  const { items } = await visitor.api.get('/reps/me/pace');
  const { quota_id } = items.toSorted((a, b) => b.counted - a.counted)[0];
  await pace.open(quota_id);
  await survey(visitor, 'pace');
  await pace.figureOf(quota_id).click();
  const drawer = new EvidenceDrawer(visitor, stage);
  const sheet = visitor.page.getByRole('dialog');
  await sheet.waitFor();
  await drawer.self.or(sheet).locator('li, button').first().waitFor();
  await visitor.page
    .locator('[role="dialog"] li, [role="dialog"] button[aria-pressed]')
    .first()
    .waitFor();
  await survey(visitor, 'drawer');
  await visitor.keys.press('Escape');
  await sheet.waitFor({ state: 'detached' });
}

async function throughScreensOfTheManager(stage, viewport, label, faults) {
  const visitor = await stage.visit({ person: stage.people.manager, viewport, label });
  const survey = surveyOf(faults);
  await new TeamPage(visitor, stage).open();
  await survey(visitor, 'team');
  await new PacePage(visitor, stage).open();
  await survey(visitor, 'pace-of-rep');
}

async function throughSignIn(stage, viewport, label, faults) {
  const visitor = await stage.visit({ viewport, label });
  await new SignInPage(visitor, stage).open();
  await surveyOf(faults)(visitor, 'sign-in');
}

journey('everything fits on the phone, and the log fills its screen', async (stage) => {
  const faults = [];
  const { visitor, survey, shell } = await throughScreensOfARep(stage, phone, 'phone', faults);
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
  await survey(visitor, 'log-who');
  await log.dialog.getByRole('option').first().click();
  await log.outcomes.waitFor();
  await survey(visitor, 'log-outcome');
  await shell.closeDialog();

  await throughPace(stage, visitor, survey);
  await throughScreensOfTheManager(stage, phone, 'phone', faults);
  await throughSignIn(stage, phone, 'phone', faults);
  assert.deepEqual(faults, []);
});

journey('nothing is cut off on a desk', async (stage) => {
  const faults = [];
  const { visitor, survey, shell } = await throughScreensOfARep(stage, desk, 'desk', faults);
  await visitor.keys.shortcut('l');
  const log = new QuickLog(visitor, stage);
  await log.who.waitFor();
  await survey(visitor, 'log-who');
  await log.dialog.getByRole('option').first().click();
  await log.outcomes.waitFor();
  await survey(visitor, 'log-outcome');
  await shell.closeDialog();

  await throughPace(stage, visitor, survey);
  await throughScreensOfTheManager(stage, desk, 'desk', faults);
  await throughSignIn(stage, desk, 'desk', faults);
  assert.deepEqual(faults, []);
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
