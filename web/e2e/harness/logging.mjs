// Logging by keyboard, and what the server says of it.
import assert from 'node:assert/strict';

/** The rep's own day of an instant. */
const dayIn = (zone, instant) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(instant);

const nextDay = (day) =>
  new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** What the server has of today, newest first, voided entries too. */
export async function loggedToday({ api }) {
  const { user } = await api.get('/session');
  const day = dayIn(user.zone, Date.now());
  const { items } = await api.get(`/activities?rep=me&from=${day}&to=${nextDay(day)}&limit=200`);
  return items;
}

const agreedCall = ({ contact_id }) => ({
  contact_id,
  kind: 'call',
  direction: 'outbound',
  outcome: 'agreed',
});

/** Three letters with which no name of the demonstration begins. */
function rareLetters() {
  const letter = () => 'bcdfghjklmnpqrstvwxz'[Math.floor(Math.random() * 20)];
  return `q${letter()}${letter()}`;
}

/**
 * A new contact of one's own, whose first three letters find him or her first, and for whom a call counts for the quota.
 * A signal puts the contact among the first, who are found without a network too, on a page that is opened afterwards.
 */
export async function somebodyToCall({ api }, quota) {
  let letters = rareLetters();
  while ((await api.get(`/contacts?prefix=${letters}&limit=1`)).items.length > 0)
    letters = rareLetters();
  const name = `${letters[0].toUpperCase()}${letters.slice(1)} Newman`;
  const contact = await api.once('/contacts', { name });
  const occurred_at = new Date().toISOString();
  const items = [{ contact_id: contact.contact_id, kind: 'click', occurred_at }];
  const { faults } = await api.once('/signals/batch', { items });
  assert.deepEqual(faults, []);
  const { counts, notes } = await api.post('/activities/preview', agreedCall(contact));
  const effect = counts.find(({ quota_id }) => quota_id === quota);
  assert.deepEqual(notes, []);
  assert.ok(effect?.counts, 'a call to somebody new counts for the quota');
  return { letters, contact, effect };
}

export async function paceOf({ api }, key) {
  const { items } = await api.get('/reps/me/pace');
  return items.find((pace) => pace.key === key) ?? assert.fail(`no quota ${key}`);
}

const patience_ms = 5_000;

/** Asks until `check` finds something. */
export async function until(check, what) {
  const end = Date.now() + patience_ms;
  for (;;) {
    const found = await check();
    if (found) return found;
    if (Date.now() > end) assert.fail(`not within ${patience_ms} ms: ${what}`);
    await new Promise((done) => setTimeout(done, 25));
  }
}
