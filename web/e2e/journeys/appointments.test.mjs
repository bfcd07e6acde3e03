import assert from 'node:assert/strict';
import { journey } from '../harness/journey.mjs';
import { sidewaysScroll } from '../harness/layout.mjs';
import { paceOf, until } from '../harness/logging.mjs';
import { desk, phone } from '../harness/looks.mjs';
import { addOpportunity, definePipelines } from '../pages/pipeline.mjs';
import { TodayPage } from '../pages/today.mjs';

const own = () => Date.now().toString(36);
const day_ms = 86_400_000;
const minute_ms = 60_000;

/** A minute ago, or when this day of the person's began: in the first minute of a day nothing was a minute ago. */
async function justNow({ api }) {
  const { user } = await api.get('/session');
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: user.zone,
    timeStyle: 'medium',
    hourCycle: 'h23',
  });
  const [hours, minutes, seconds] = clock.format(new Date()).split(':').map(Number);
  const passed = ((hours * 60 + minutes) * 60 + seconds) * 1000;
  return Date.now() - Math.min(minute_ms, passed);
}

/** A card of the page, and what is in it. */
function partsOf(stage, page) {
  const { say } = stage;
  return {
    card: (title) =>
      page
        .locator('section')
        .filter({ has: page.getByRole('heading', { name: say(title), exact: true }) }),
    button: (within, name, context) =>
      within.getByRole('button', { name: say(name, {}, context), exact: true }),
    field: (within, name) => within.getByLabel(say(name), { exact: true }),
    form: (within, name, context) =>
      within.getByRole('form', { name: say(name, {}, context), exact: true }),
  };
}

async function opened(stage, label) {
  const admin = await stage.visit({ person: stage.people.admin, label: 'admin' });
  await definePipelines(admin);
  const visitor = await stage.visit({ person: stage.people.logger, label });
  const name = `Birch ${stage.look.language} ${own()}`;
  const opportunity = await addOpportunity(visitor, { name, thousands: 3 });
  const { opportunity_id } = opportunity;
  const path = `/pipeline/${opportunity_id}`;
  await visitor.page.goto(path);
  const list = async () =>
    (await visitor.api.get(`/appointments?opportunity=${opportunity_id}`)).items;
  return { visitor, opportunity, name, path, list };
}

/** At a moment of this rep's, about the opportunity, whose questions are left unasked. */
const setAt = ({ api }, { opportunity_id }, when, more = {}) =>
  api.once('/appointments', {
    opportunity_id,
    starts_at: new Date(when).toISOString(),
    unasked_reason: 'the customer called',
    ...more,
  });

/** Both widths: nothing runs out of the page, and axe finds nothing. */
async function inspectBoth(visitor, state, part) {
  await part.scrollIntoViewIfNeeded();
  await visitor.inspect(state);
  await visitor.resize(phone);
  await part.evaluate((element) => element.scrollIntoView());
  assert.equal(await sidewaysScroll(visitor.page), 0, `${state} on the phone`);
  await visitor.inspect(`${state}-phone`);
  await visitor.resize(desk);
}

journey('an appointment is set at a free time, after what nobody had asked', async (stage) => {
  const { visitor, opportunity, list } = await opened(stage, 'appointments');
  const { card, button, field, form } = partsOf(stage, visitor.page);
  const appointments = card('Appointments');
  await appointments.getByText(stage.say('No appointment yet.')).waitFor();
  await button(appointments, 'New appointment').click();
  const setting = form(appointments, 'New appointment');
  const free = setting.getByRole('group', { name: stage.say('Earliest free times') });
  const [first] = (
    await visitor.api.get(`/free-times?rep=${opportunity.rep.rep_id}&minutes=60&most=8`)
  ).items;
  await free.locator('button').first().click();
  await free.locator('button[aria-pressed="true"]').waitFor();
  await field(setting, 'What it is for').fill('First talk');
  await field(setting, 'Where').fill('https://meet.example/room');
  const set = button(setting, 'Set the appointment');
  assert.ok(await set.isDisabled(), 'nobody asked anything');
  await field(setting, 'Who decides?').selectOption('said');
  await field(setting, 'What budget?').selectOption('unknown');
  await field(setting, 'By when?').selectOption('said');
  assert.ok(await set.isDisabled(), 'one question is open');
  await field(setting, 'What need?').selectOption('said');
  await inspectBoth(visitor, 'setting', setting);
  await set.click();
  await setting.waitFor({ state: 'detached' });
  await appointments.getByText('First talk').waitFor();
  const [made] = await list();
  assert.equal(made.state, 'set');
  assert.equal(Date.parse(made.starts_at), Date.parse(first.starts_at));
  const { qualification } = await visitor.api.get(`/opportunities/${opportunity.opportunity_id}`);
  assert.ok(qualification.every(({ asked }) => asked));

  // The same time again is said before it is set, and not refused.
  await button(appointments, 'New appointment').click();
  const wall = await field(setting, 'When').evaluate((input, at) => {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: at.zone,
      dateStyle: 'short',
      timeStyle: 'short',
    });
    return format.format(new Date(at.starts_at)).replace(' ', 'T');
  }, made);
  await field(setting, 'When').fill(wall);
  await setting.getByText(stage.say('There is an appointment at this time already:')).waitFor();
  await visitor.inspect('taken');
  await button(setting, 'Cancel').click();
  await setting.waitFor({ state: 'detached' });
  await until(
    () =>
      button(appointments, 'New appointment').evaluate((node) => node === document.activeElement),
    'the focus is back',
  );

  const coming = visitor.page.waitForEvent('download');
  await appointments.getByRole('link', { name: stage.say('Calendar file') }).click();
  assert.match((await coming).suggestedFilename(), /\.ics$/);
});

journey('two tabs move one appointment, and it is called off', async (stage) => {
  const { visitor, opportunity, path, list } = await opened(stage, 'appointments-two');
  const begins = Math.ceil(Date.now() / day_ms) * day_ms + 2 * day_ms + 9 * 60 * minute_ms;
  await setAt(visitor, opportunity, begins, { purpose: 'The offer' });
  const other = await visitor.context.newPage();
  const tabs = [visitor.page, other].map((page) => ({ page, ...partsOf(stage, page) }));
  const openings = tabs.map(async ({ page, card, button, form }) => {
    await page.goto(path);
    const appointments = card('Appointments');
    await button(appointments, 'Move', 'appointment').click();
    return form(appointments, 'Move', 'appointment');
  });
  const [first, second] = await Promise.all(openings);
  const days = [3, 4].map((ahead) => new Date(begins + ahead * day_ms).toISOString().slice(0, 10));
  const moveTo = async (at, moving, day) => {
    await tabs[at].field(moving, 'When').fill(`${day}T10:00`);
    await tabs[at].button(moving, 'Move', 'appointment').click();
  };
  await moveTo(0, first, days[0]);
  await first.waitFor({ state: 'detached' });

  visitor.expect(409, /\/moves$/);
  await moveTo(1, second, days[1]);
  const told = second.getByRole('alert');
  await told.waitFor();
  assert.equal(await tabs[1].field(second, 'When').inputValue(), `${days[1]}T10:00`);
  assert.equal((await list())[0].starts_at.slice(0, 10), days[0]);
  await visitor.inspect('told', other);
  await tabs[1].button(second, 'Move', 'appointment').click();
  await second.waitFor({ state: 'detached' });
  const [{ moves, starts_at }] = await list();
  assert.deepEqual([moves, starts_at.slice(0, 10)], [2, days[1]]);
  await other.close();

  const { card, button, field, form } = tabs[0];
  const appointments = card('Appointments');
  await appointments.getByText(stage.say('moved {times}×', { times: '2' })).waitFor();
  await button(appointments, 'Call off').click();
  const asking = form(appointments, 'Call off');
  assert.ok(await button(asking, 'Call off').isDisabled(), 'a reason is needed');
  await field(asking, 'Why').fill('they are ill');
  await button(asking, 'Call off').click();
  await asking.waitFor({ state: 'detached' });
  await until(async () => (await list())[0].state === 'cancelled', 'called off');
  await appointments.getByText('they are ill').waitFor();
  await inspectBoth(visitor, 'called-off', appointments);
});

journey('what came of an appointment is answered on Today, and counts', async (stage) => {
  const { visitor, opportunity, name } = await opened(stage, 'appointments-today');
  const { page } = visitor;
  const { card, button, field, form } = partsOf(stage, page);
  const [old, fresh] = [`Old ${own()}`, `Fresh ${own()}`];
  const yesterday = await setAt(visitor, opportunity, Date.now() - day_ms, { purpose: old });
  // Of this day, also when it has just begun.
  await setAt(visitor, opportunity, await justNow(visitor), { purpose: fresh, minutes: 15 });
  const quota = await paceOf(visitor, 'meetings');
  const today = new TodayPage(visitor, stage);
  await today.open();

  const asked = card('What came of these appointments?');
  const row = (within, purpose) => within.locator('li[data-row]').filter({ hasText: purpose });
  await row(asked, old).first().waitFor();
  await inspectBoth(visitor, 'asked', asked);
  await button(row(asked, old).first(), 'Held').click();
  const telling = form(asked, 'It was held');
  await field(telling, 'What came of it').selectOption('agreed');
  await field(telling, 'What to do next').fill(`Send it to ${name}`);
  const send = button(telling, 'It was held');
  assert.ok(await send.isDisabled(), 'half a next step');
  await field(telling, 'When it is due').fill('2027-01-11T09:00');
  await inspectBoth(visitor, 'telling', telling);
  await send.click();
  await telling.waitFor({ state: 'detached' });
  const { state, outcome } = await visitor.api.get(`/appointments/${yesterday.appointment_id}`);
  assert.deepEqual([state, outcome], ['held', 'agreed']);
  const read = await visitor.api.get(`/opportunities/${opportunity.opportunity_id}`);
  assert.deepEqual(
    read.next_steps.map(({ what }) => what),
    [`Send it to ${name}`],
  );

  const before = (await paceOf(visitor, 'meetings')).counted;
  const now = card('Appointments today');
  await button(row(now, fresh).first(), 'Held').click();
  await field(form(now, 'It was held'), 'What came of it').selectOption('held');
  await button(form(now, 'It was held'), 'It was held').click();
  const shown = today.figureOf(quota.name).filter({ hasText: stage.number.count(before + 1) });
  await shown.waitFor();
  assert.equal((await paceOf(visitor, 'meetings')).counted, before + 1);
  await visitor.inspect('counted');
});

journey('an address for another calendar is made, made anew and revoked', async (stage) => {
  const visitor = await stage.visit({ person: stage.people.logger, label: 'calendar' });
  const { page } = visitor;
  // Whoever walks once more has the address of the first time.
  const { made_at: before } = await visitor.api.get('/calendar-feed');
  if (before !== null) await visitor.api.remove('/calendar-feed');
  await page.goto('/me');
  const { card, button, field } = partsOf(stage, page);
  const calendar = card('My appointments in another calendar');
  const read = async (address) => (await visitor.context.request.get(address)).status();
  const shown = () => field(calendar, 'Address, shown only now').inputValue();
  await calendar.getByText(stage.say('There is no address.')).waitFor();
  assert.equal(await button(calendar, 'Revoke').count(), 0);
  await button(calendar, 'New address').click();
  await button(calendar, 'Revoke').waitFor();
  const first = await shown();
  assert.equal(await read(first), 200);
  await inspectBoth(visitor, 'made', calendar);
  await page.reload();
  const { made_at } = await visitor.api.get('/calendar-feed');
  assert.notEqual(made_at, null);
  const [known] = stage.say('There is an address, made on {on}.', { on: '|' }).split('|');
  await calendar.getByText(known.trim()).waitFor();
  await button(calendar, 'New address').click();
  await button(calendar, 'Make the address').click();
  await field(calendar, 'Address, shown only now').waitFor();
  await until(
    () => button(calendar, 'New address').evaluate((node) => node === document.activeElement),
    'the focus is back',
  );
  const second = await shown();
  assert.notEqual(second, first);
  assert.deepEqual([await read(first), await read(second)], [404, 200]);
  await button(calendar, 'Revoke').click();
  await button(calendar, 'Revoke the address').click();
  await calendar.getByText(stage.say('The address is revoked.')).waitFor();
  assert.equal(await read(second), 404);
});
