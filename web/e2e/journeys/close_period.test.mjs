import assert from 'node:assert/strict';
import { journey } from '../harness/journey.mjs';
import { phone } from '../harness/looks.mjs';
import { ReportPage, ReportsPage } from '../pages/reports.mjs';

/** The month before the one of a day. */
function monthBefore(day) {
  const before = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  before.setUTCDate(0);
  return before.toISOString().slice(0, 7);
}

/** The day of the person: in the first hours of a month its UTC day is still in the month before. */
async function dayOf({ api }) {
  const { user } = await api.get('/session');
  return new Intl.DateTimeFormat('en-CA', { timeZone: user.zone }).format(new Date());
}

/** In the first days of a month the one before is in its grace: then that of two months ago is closed by its address. */
async function closeByAddress({ context, api }, quota, period) {
  const { csrf_token } = await api.get('/session');
  const answer = await context.request.post(`/api/v1/quotas/${quota}/periods/${period}/close`, {
    data: {},
    headers: { 'X-CSRF-Token': csrf_token, 'Idempotency-Key': `${quota}-${period}-${Date.now()}` },
  });
  assert.ok(answer.ok(), `closing answered ${answer.status()}`);
}

journey('a month is closed, confirmed by the manager and seen by the rep', async (stage) => {
  const { people, visit, say } = stage;
  const manager = await visit({ person: people.manager, label: 'close-period' });
  const quotas = (await manager.api.get('/quotas?limit=500')).items;
  const quota = quotas.find(({ key }) => key === 'estimates');
  const list = new ReportsPage(manager, stage);
  await list.open();
  let month = monthBefore(await dayOf(manager));
  manager.expect(409, /\/close$/); // in the first days of a month
  await list.close(quota.quota_id);
  if (await list.refused.isVisible()) {
    month = monthBefore(`${month}-01`);
    await closeByAddress(manager, quota.key, month);
  }
  await list.open(`?quota=${quota.quota_id}`);
  const { items } = await manager.api.get(`/reports?quota=${quota.key}&period=${month}`);
  assert.ok(items.length > 0, 'there are reports');
  await list.lines.first().waitFor();
  await manager.inspect('list');

  const reader = (await manager.api.get('/reps?limit=500')).items.find(
    ({ email }) => email === people.reader.email,
  );
  const { report_id } = items.find(({ rep_id }) => rep_id === reader.rep_id);
  const page = new ReportPage(manager, stage);
  await page.open(report_id);
  const frozen = await manager.api.get(`/reports/${report_id}`);
  const rows = (await manager.api.get(`/reports/${report_id}/evidence?limit=500`)).items;
  assert.equal(rows.filter(({ counts }) => counts).length, frozen.counted, 'the rows are the sum');
  await page.decide(say('Met', {}, 'verdict'), `agreed on ${Date.now()}`);
  const decided = await manager.api.get(`/reports/${report_id}`);
  assert.equal(decided.verdict, 'met');
  assert.equal(decided.counted, frozen.counted, 'a decision changes no figure');
  assert.equal(decided.checksum, frozen.checksum);
  await manager.inspect('decided');

  const rep = await visit({ person: people.reader, label: 'close-period-rep', viewport: phone });
  const own = new ReportPage(rep, stage);
  await own.open(report_id);
  assert.equal(await own.verdict.count(), 0, 'a rep decides nothing');
  if (await own.seen.isVisible()) await own.acknowledge();
  assert.notEqual((await rep.api.get(`/reports/${report_id}`)).seen_by_rep, null);
  await rep.inspect('seen');
});
