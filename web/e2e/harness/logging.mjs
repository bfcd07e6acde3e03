// Logging by keyboard, and what the server says of it.
import assert from 'node:assert/strict';

const taken = new Set();

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

/**
 * Somebody whose first three letters find him or her first, not logged before in this file, for whom a call counts
 * for the quota. `among` is how many of the own contacts may be looked at: as many as Today has read.
 */
export async function somebodyToCall({ api }, quota, among = 50) {
  const { items } = await api.get(`/contacts?prefix=&limit=${among}`);
  for (const { contact_id, name } of items) {
    const letters = name.slice(0, 3).toLowerCase();
    if (!/^\p{L}{3}$/u.test(letters) || taken.has(contact_id)) continue;
    const best = (await api.get(`/contacts?prefix=${letters}&limit=5`)).items[0];
    if (best?.contact_id !== contact_id) continue;
    const { counts, notes } = await api.post('/activities/preview', agreedCall(best));
    const effect = counts.find(({ quota_id }) => quota_id === quota);
    if (notes.length > 0 || !effect?.counts) continue;
    taken.add(contact_id);
    return { letters, contact: best, effect };
  }
  return assert.fail('a quickly logged call counts for the quota of no contact');
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
