// An administrator gives a rep a number and a switchboard a webhook; the command that the page shows delivers a call, and
// it is the rep's. After the webhook is revoked the same command delivers nothing.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { journeyApart } from '../harness/journey.mjs';
import { cutTexts, settle, sidewaysScroll } from '../harness/layout.mjs';
import { desk, phone } from '../harness/looks.mjs';
import { SetUpPages } from '../pages/set_up.mjs';

const run = promisify(execFile);
const minute_ms = 60_000;

/** Runs the command as a person would, and reads what the server answers. */
async function deliver(command, secret) {
  const environment = { ...process.env, SECRET: secret };
  const { stdout } = await run('bash', ['-c', command], { env: environment });
  return JSON.parse(stdout);
}

journeyApart(
  'a switchboard delivers a call with the command that the page shows',
  async (stage) => {
    const { people, say, visit } = stage;
    const admin = await visit({ person: people.admin, label: 'call-records' });
    const rep = await visit({ person: people.reader, label: 'call-records-rep' });
    const pages = new SetUpPages(admin, stage);
    const saved = admin.page.getByText(say('Saved.'), { exact: true });
    const faults = [];
    const survey = async (state, { page, resize, inspect }) => {
      for (const viewport of [phone, desk]) {
        await resize(viewport);
        await settle(page);
        const at = `${state} at ${viewport.width} px`;
        const sideways = await sidewaysScroll(page);
        if (sideways > 0) faults.push(`${at}: scrolls ${sideways} px sideways`);
        for (const cut of await cutTexts(page)) faults.push(`${at}: ${cut}`);
        await inspect(`${state}-${viewport.width}`);
      }
    };

    await pages.openPerson(people.reader.name);
    await pages.field('Own telephone numbers').fill('101');
    await pages
      .card('Person')
      .getByRole('button', { name: say('Save'), exact: true })
      .click();
    await saved.first().waitFor();
    await rep.page.goto('/me');
    await rep.page.getByText('101', { exact: true }).waitFor();
    await survey('about-me', rep);

    await pages.open('/settings/call-records', 'Call records');
    await pages.field('Country where numbers are dialled').fill('bg');
    await pages.button('Save the country').click();
    await saved.first().waitFor();
    await pages.button('Add a webhook').click();
    await pages.field('Name of the switchboard').fill('pbx');
    await pages.button('Make the webhook').click();
    const secret = await pages.field('Secret, shown only now').inputValue();
    const shown = await pages.field('How a delivery is signed, as a command').inputValue();
    await survey('secret', admin);

    const { items } = await rep.api.get('/contacts?prefix=&limit=100');
    const contact = items.find((each) => each.phone !== null);
    const began = new Date(Date.now() - minute_ms).toISOString();
    const command = shown
      .replace('+359 2 123 4567', contact.phone)
      .replace('2026-03-09T10:00:40+02:00', began);
    assert.notEqual(command, shown);
    assert.equal((await deliver(command, secret)).added, 1);
    await rep.page.goto('/');
    const logged = rep.page.locator('li').filter({ hasText: 'pbx' });
    await logged.filter({ hasText: contact.name }).waitFor();
    await survey('today', rep);

    await pages.button('I have kept the secret').click();
    await pages.button('Revoke {source}', { source: 'pbx' }).click();
    await survey('revoke', admin);
    await pages.button('Revoke it for good').click();
    await admin.page.getByText(say('No switchboard delivers by webhook.')).waitFor();
    assert.equal((await deliver(command, secret)).code, 'webhook.refused');
    assert.deepEqual(faults, []);
  },
);
