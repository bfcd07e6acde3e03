// Every screen that there is, and how one comes to it: what is judged by its words alone runs through this list. A screen
// begins where the one before it ended, and a page is loaded once for each person: loading is what takes the time.
import { ImportPage } from './import.mjs';
import { rich, won } from './opportunities.mjs';
import { EvidenceDrawer, PacePage } from './pace.mjs';
import { QuickLog } from './quick_log.mjs';
import { Shell } from './shell.mjs';
import { SignInPage } from './sign_in.mjs';
import { TeamPage } from './team.mjs';
import { TodayPage } from './today.mjs';

/** The quota of the reader of which most was counted. */
async function busiest({ api }) {
  const { items } = await api.get('/reps/me/pace');
  return items.toSorted((a, b) => b.counted - a.counted)[0].quota_id;
}

async function today(stage, visitor) {
  const page = new TodayPage(visitor, stage);
  await visitor.go('/');
  await page.parts.first().waitFor();
  await page.logged.locator('li, button').first().waitFor();
}

async function pace(stage, visitor) {
  await visitor.keys.press('Escape'); // a menu stays open over the next page
  await visitor.go('/pace');
  await new PacePage(visitor, stage).ready();
}

/** Of Pace. */
async function drawer(stage, visitor) {
  const quota = await busiest(visitor);
  await new PacePage(visitor, stage).figureOf(quota).click();
  await visitor.page.getByRole('dialog').waitFor();
  await visitor.page
    .locator('[role="dialog"] li, [role="dialog"] button[aria-pressed]')
    .first()
    .waitFor();
}

async function rowMenu(stage, visitor) {
  await new EvidenceDrawer(visitor, stage)
    .rowMenu(visitor.page.getByRole('dialog'))
    .first()
    .click();
  await visitor.page.getByRole('menuitem').first().waitFor();
}

async function mending(stage, visitor) {
  await visitor.page.getByRole('menuitem').first().click();
  await visitor.page.getByRole('dialog').locator('form').waitFor();
}

async function formula(stage, visitor) {
  await today(stage, visitor);
  await pace(stage, visitor);
  await drawer(stage, visitor);
  await visitor.page
    .getByRole('button', { name: stage.say('How this is counted') })
    .first()
    .click();
}

async function logWho(stage, visitor) {
  await visitor.keys.shortcut('l');
  const log = new QuickLog(visitor, stage);
  await log.who.waitFor();
  await log.dialog.getByRole('option').first().waitFor();
}

async function logOutcome(stage, visitor) {
  const log = new QuickLog(visitor, stage);
  await log.dialog.getByRole('option').first().click();
  await log.outcomes.waitFor();
}

/** In the place of the dialog that is open. */
async function palette(stage, visitor) {
  const shell = new Shell(visitor, stage);
  await shell.closeDialog();
  await shell.openPalette();
  await shell.found.first().waitFor();
}

async function help(stage, visitor) {
  const shell = new Shell(visitor, stage);
  await shell.closeDialog();
  await visitor.keys.shortcut('?');
  await shell.dialog.waitFor();
}

async function personMenu(stage, visitor) {
  const shell = new Shell(visitor, stage);
  await visitor.keys.press('Escape');
  await shell.dialog.waitFor({ state: 'detached' });
  const menu = await shell.openPersonMenu(stage.people.reader.name);
  await menu.waitFor();
}

async function team(stage, visitor) {
  await visitor.go('/team');
  await new TeamPage(visitor, stage).figures.first().waitFor();
}

async function nowhere(stage, visitor) {
  await visitor.go('/nowhere');
  await visitor.page.getByText(stage.say('There is no page at this address.')).waitFor();
}

const signIn = (stage, visitor) => new SignInPage(visitor, stage).open();

async function signInRefused(stage, visitor) {
  const page = new SignInPage(visitor, stage);
  visitor.expect(401, /\/session$/);
  visitor.expect(429, /\/session$/);
  await page.signIn('nobody@example.com', 'not this one');
  await page.refusal.waitFor();
}

/** A page at its address, when everything on it has come. */
const at = (path) => async (stage, visitor) => {
  const { page } = visitor;
  const place = typeof path === 'string' ? path : await path(visitor);
  await visitor.go(place);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const loading = page.getByRole('status', { name: stage.say('Loading') });
  await loading.first().waitFor({ state: 'detached' });
};

/** By a button of the page that is open, until what it brings is there. */
const press =
  (words, brings) =>
  async (stage, { page }) => {
    await page
      .getByRole('button', { name: stage.say(words), exact: true })
      .first()
      .click();
    await page.locator(brings).first().waitFor();
  };

async function someone({ api }) {
  const { items } = await api.get('/users');
  return `/people/${items.find(({ role }) => role === 'rep').user_id}`;
}

function monthBefore(day, months) {
  const date = new Date(`${day.slice(0, 7)}-15T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - months);
  return date.toISOString().slice(0, 7);
}

/** A report that there is, or that of a month which is over: the last one may still be in its grace. */
async function aReport({ api }) {
  const reports = async () => (await api.get('/reports')).items;
  const close = (months) => {
    const period = monthBefore(new Date().toISOString(), months);
    return api.once(`/quotas/estimates/periods/${period}/close`, {});
  };
  if ((await reports()).length === 0) await close(1).catch(() => close(2));
  return (await reports())[0].report_id;
}

const reports = async (stage, visitor) => {
  await aReport(visitor);
  await at('/reports')(stage, visitor);
};

const report = at(async (visitor) => `/reports/${await aReport(visitor)}`);

/** The mapping of a file that is dropped. */
const dropping = (name, text) => async (stage, visitor) => {
  const page = new ImportPage(visitor, stage);
  await page.open();
  await page.drop(name, text);
};
const calls = 'Id,Began,Minutes,End\n1,2026-03-09 10:00,2,ok\n2,2026-03-09 11:00,3,no answer\n';
const cards = 'BEGIN:VCARD\nFN:Ann Doe\nTEL:0888 123 456\nEMAIL:ann@acme.example\nEND:VCARD\n';

async function board(stage, visitor) {
  await at('/pipeline')(stage, visitor);
  await visitor.page.locator('[data-card]').first().waitFor();
}

/** In the place of the dialog or the menu that is open. */
async function closeLayer({ page, keys }) {
  await keys.press('Escape');
  await page.locator('[role="dialog"], [role="menu"]').waitFor({ state: 'detached' });
}

/** Another way to see the board. */
const viewOfBoard = (words, brings) => async (stage, visitor) => {
  const { page } = visitor;
  await closeLayer(visitor);
  await page
    .getByRole('radiogroup', { name: stage.say('View') })
    .getByText(stage.say(words), { exact: true })
    .click();
  await page.locator(brings).first().waitFor();
};

/** Of the board. */
async function cardMenu(stage, visitor) {
  const { page } = visitor;
  await closeLayer(visitor);
  await page.locator('[data-card]').first().getByRole('button').last().click();
  await page.getByRole('menuitem').first().waitFor();
}

/** Of the menu: its last stage is one that asks why. */
async function moving(stage, visitor) {
  await visitor.page.getByRole('menuitem').last().click();
  await visitor.page.getByRole('dialog').locator('form').waitFor();
}

/** Of the table. */
async function choosing(stage, { page }) {
  await page.getByRole('checkbox').nth(1).check();
  await page.getByRole('form', { name: stage.say('Change many') }).waitFor();
}

const opportunity = at(async (visitor) => `/pipeline/${(await rich(visitor)).opportunity_id}`);
const account = at(async (visitor) => `/accounts/${(await rich(visitor)).account.account_id}`);
const contact = at(async (visitor) => `/contacts/${(await rich(visitor)).contact.contact_id}`);
const sold = at(async (visitor) => `/pipeline/${(await won(visitor)).opportunity_id}`);

/** Everything of an opportunity that a button unfolds. */
async function unfolded(stage, visitor) {
  const { page } = visitor;
  for (const words of ['Declined', 'New estimate', 'New appointment']) {
    await press(words, 'main form')(stage, visitor);
  }
  await page.getByRole('textbox', { name: stage.say('Description') }).waitFor();
  await page.getByRole('textbox', { name: stage.say('What it is for') }).waitFor();
}

/** Of an account: each line with the rest of its row. */
async function linesOpened(stage, { page }) {
  const closed = page.locator('main li button[aria-expanded="false"]');
  await closed.first().waitFor();
  while ((await closed.count()) > 0) await closed.first().click();
}

/** Of the standing. */
async function standingRows(stage, { page }) {
  await page.locator('main [data-figure]').first().click();
  await page.getByRole('dialog').locator('li').first().waitFor();
}

/** Of the working time. */
const firstCalendar = async (stage, visitor) => {
  await visitor.page.locator('a[href^="/working-time/"]').first().click();
  await visitor.page.getByText(stage.say('The usual week')).first().waitFor();
};

/**
 * `person`: who looks, a name of the people of the demonstration; null for somebody who has not signed in. `perWidth`:
 * what opens it is another thing on the phone than on the desk, so that it is opened at each.
 */
export const screens = [
  { name: 'today', person: 'reader', open: today },
  { name: 'log-who', person: 'reader', open: logWho },
  { name: 'log-outcome', person: 'reader', open: logOutcome },
  { name: 'palette', person: 'reader', open: palette },
  { name: 'help', person: 'reader', open: help },
  { name: 'person-menu', person: 'reader', open: personMenu, perWidth: true },
  { name: 'pace', person: 'reader', open: pace },
  { name: 'drawer', person: 'reader', open: drawer },
  { name: 'row-menu', person: 'reader', open: rowMenu },
  { name: 'mending', person: 'reader', open: mending },
  { name: 'formula', person: 'reader', open: formula },
  { name: 'leads-to', person: 'reader', open: at('/leads-to') },
  { name: 'board', person: 'reader', open: board },
  { name: 'new-opportunity', person: 'reader', open: press('New opportunity', '[role="dialog"]') },
  { name: 'card-menu', person: 'reader', open: cardMenu, perWidth: true },
  { name: 'moving', person: 'reader', open: moving },
  { name: 'compact', person: 'reader', open: viewOfBoard('Compact', '[data-card]') },
  { name: 'table', person: 'reader', open: viewOfBoard('Table', 'tbody tr') },
  { name: 'chosen', person: 'reader', open: choosing },
  { name: 'opportunity', person: 'reader', open: opportunity },
  { name: 'opportunity-unfolded', person: 'reader', open: unfolded },
  { name: 'opportunity-won', person: 'reader', open: sold },
  { name: 'account', person: 'reader', open: account },
  { name: 'account-lines', person: 'reader', open: linesOpened },
  { name: 'contact', person: 'reader', open: contact },
  { name: 'standing', person: 'reader', open: at('/standing') },
  { name: 'standing-rows', person: 'reader', open: standingRows },
  { name: 'looks', person: 'reader', open: at('/looks') },
  { name: 'notice', person: 'reader', open: at('/notice') },
  { name: 'leaderboard', person: 'reader', open: at('/leaderboard') },
  { name: 'about-me', person: 'reader', open: at('/me') },
  { name: 'own-quotas', person: 'reader', open: at('/quotas') },
  { name: 'import', person: 'reader', open: at('/import') },
  { name: 'import-calls', person: 'reader', open: dropping('calls.csv', calls) },
  { name: 'import-cards', person: 'reader', open: dropping('cards.vcf', cards) },
  { name: 'nowhere', person: 'reader', open: nowhere },
  { name: 'team', person: 'manager', open: team },
  { name: 'pace-of-rep', person: 'manager', open: pace },
  { name: 'leads-to-of-team', person: 'manager', open: at('/leads-to') },
  { name: 'board-of-team', person: 'manager', open: board },
  { name: 'table-of-team', person: 'manager', open: viewOfBoard('Table', 'tbody tr') },
  { name: 'standing-of-team', person: 'manager', open: at('/standing') },
  { name: 'reports', person: 'manager', open: reports },
  { name: 'report', person: 'manager', open: report },
  { name: 'quotas', person: 'manager', open: at('/quotas') },
  { name: 'new-quota', person: 'manager', open: press('New quota', '[role="dialog"]') },
  { name: 'leave', person: 'manager', open: at('/leave') },
  { name: 'people', person: 'admin', open: at('/people') },
  { name: 'add-people', person: 'admin', open: press('Add people', 'main form') },
  { name: 'person', person: 'admin', open: at(someone) },
  { name: 'teams', person: 'admin', open: at('/teams') },
  { name: 'working-time', person: 'admin', open: at('/working-time') },
  { name: 'calendar', person: 'admin', open: firstCalendar },
  { name: 'call-records', person: 'admin', open: at('/settings/call-records') },
  { name: 'add-webhook', person: 'admin', open: press('Add a webhook', 'main form input') },
  { name: 'fairness', person: 'admin', open: at('/settings/fairness') },
  { name: 'sign-in', person: null, open: signIn },
  { name: 'sign-in-refused', person: null, open: signInRefused },
];
