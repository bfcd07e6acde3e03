// A stand-in for the server: enough of the API to look at the page. `node test/mock/server.mjs [port] [rep|manager|admin]`
import { createServer } from 'node:http';
import * as company from './company.mjs';
import * as data from './data.mjs';
import { sendFile } from './files.mjs';

const port = Number(process.argv[2] ?? 8080);
const role = process.argv[3] ?? 'rep';
const streams = new Set();
let signedIn = process.env.MOCK_SIGNED_OUT !== '1';
let ids = 1000;

const list = (items) => ({ items, next: null });
const problem = (status, code, detail = '') => ({ status, code, title: code, detail, faults: [] });
const quotaOf = (name) =>
  data.quotas.find(({ quota_id, key }) => quota_id === name || key === name);

function changed(...words) {
  const text = JSON.stringify({ seq: String(ids), words, rep_id: null });
  for (const stream of streams) stream.write(`event: change\ndata: ${text}\n\n`);
}

function countsOf({ kind, outcome }) {
  return data.quotas.map(({ quota_id, key, name, rule, counted, amount }) => {
    const fits = rule.kinds.includes(kind);
    const counts = fits && quota_id !== '7' && outcome !== 'no_show';
    const reason = counts ? 'counted' : fits ? 'no_signal' : 'other_kind';
    const after = counts ? counted + 1 : counted;
    return { quota_id, key, name, counts, reason, before: counted, after, amount };
  });
}

function matching(prefix) {
  const text = prefix.toLowerCase();
  const begins = (words) => ` ${words ?? ''}`.toLowerCase().includes(` ${text}`);
  return data.contacts.filter(({ name, account_name }) => begins(name) || begins(account_name));
}

const reading = [
  [/^\/kinds$/, () => list(data.kinds)],
  [/^\/topics$/, () => list(data.topics)],
  [/^\/reps$/, () => list(data.teamPace.map(({ rep_id, rep_name }) => repOf(rep_id, rep_name)))],
  [/^\/users$/, () => list(company.users)],
  [/^\/teams$/, () => list([{ team_id: '5', name: 'Team North', parent_id: null }])],
  [/^\/definitions$/, () => company.company],
  [/^\/calendars\/countries$/, () => list(company.countries)],
  [/^\/leave$/, () => list(company.leaveOfTeam())],
  [/^\/reps\/([^/]+)\/leave$/, ([rep]) => list(company.leaveOf(rep))],
  [
    /^\/contacts$/,
    (_, query) =>
      list(matching(query.get('prefix') ?? '').slice(0, Number(query.get('limit') ?? 50))),
  ],
  [/^\/activities$/, () => list(data.activities)],
  [/^\/signals$/, () => list(data.signals)],
  [/^\/quotas$/, () => list(data.quotas)],
  [/^\/reps\/[^/]+\/pace$/, () => list(data.quotas)],
  [/^\/teams\/[^/]+\/pace$/, () => list(data.teamPace)],
  [/^\/teams\/[^/]+\/totals$/, () => list([])],
  [/^\/quotas\/([^/]+)\/pace$/, ([quota]) => quotaOf(quota) && data.detailOf(quotaOf(quota))],
  [
    /^\/quotas\/([^/]+)\/evidence$/,
    ([quota], query) =>
      quotaOf(quota) && data.evidenceOf(quotaOf(quota), query.get('counts') ?? 'all'),
  ],
];

function repOf(rep_id, name) {
  return {
    rep_id,
    name,
    email: `${rep_id}@example.com`,
    team: { team_id: '5', name: 'Team North' },
  };
}

function addContact(body) {
  const contact = {
    ...data.contacts[5],
    ...body,
    contact_id: String((ids += 1)),
    account_name: null,
  };
  data.contacts.push(contact);
  return [201, contact];
}

function addActivity(body) {
  if (body.duration_s > 86_400)
    return [
      422,
      {
        ...problem(422, 'invalid'),
        faults: [
          { pointer: '/duration_s', code: 'activity.duration.too_long', detail: 'a day at most.' },
        ],
      },
    ];
  const counts = countsOf(body);
  const activity = data.activityOf(body, String((ids += 1)));
  data.activities.unshift(activity);
  const who = data.contacts.find(({ contact_id }) => contact_id === body.contact_id);
  if (who) who.waiting_since = null;
  for (const { quota_id, after } of counts) quotaOf(quota_id).counted = after;
  setTimeout(changed, 300, 'activity');
  return [201, { activity, counts }];
}

function voidActivity(id) {
  const at = data.activities.findIndex(({ activity_id }) => activity_id === id);
  const [activity] = data.activities.splice(at, 1);
  for (const { quota_id, counts } of countsOf(activity)) if (counts) quotaOf(quota_id).counted -= 1;
  return [200, { activity: { ...activity, state: 'voided' }, counts: [] }];
}

function write(method, path, body) {
  if (path === '/session' && method === 'DELETE') return [204, (signedIn = false)];
  if (path === '/session') {
    if (body.password === 'wait') return [429, problem(429, 'session.too_many_tries')];
    if (body.password !== 'paceline') return [401, problem(401, 'session.refused')];
    signedIn = true;
    return [200, data.session(role)];
  }
  if (path === '/contacts') return addContact(body);
  if (path === '/activities') return addActivity(body);
  if (path === '/activities/preview') return [200, { counts: countsOf(body), notes: [] }];
  if (path === '/apply') return [200, company.apply(body)];
  if (path === '/calendars/read') return [200, company.readCalendar(body)];
  if (path === '/join') {
    if (body.password.length < 12) return [400, problem(400, 'password.too_short')];
    signedIn = true;
    return [200, data.session(role)];
  }
  const invited = /^\/users\/(\w+)\/invitation$/.exec(path);
  if (invited)
    return [
      201,
      { token: 'mock-token', expires_at: new Date(data.now + 7 * 86_400_000).toISOString() },
    ];
  if (/^\/users\/\w+\/(departure|hand-over)$/.test(path)) {
    return [
      200,
      {
        contacts: 12,
        quotas: [{ key: 'calls', amount: 250, from: '2026-11-28', to: '2026-11-30' }],
      },
    ];
  }
  const leave = /^\/reps\/(\w+)\/leave$/.exec(path);
  if (leave) return [201, company.addLeave(leave[1], body)];
  const removed = /^\/reps\/(\w+)\/leave\/(\w+)\/remove$/.exec(path);
  if (removed) return [200, company.removeLeave(removed[1], removed[2])];
  const voided = /^\/activities\/(\w+)\/void$/.exec(path);
  return voided ? voidActivity(voided[1]) : [404, problem(404, 'not_found')];
}

function read(path, query) {
  if (!signedIn) return [401, problem(401, 'session.required')];
  if (path === '/session') return [200, data.session(role)];
  for (const [pattern, answer] of reading) {
    const found = pattern.exec(path);
    const body = found && answer(found.slice(1), query);
    if (body) return [200, body];
  }
  return [404, problem(404, 'not_found')];
}

async function bodyOf(request) {
  let text = '';
  for await (const part of request) text += part;
  return text === '' ? {} : JSON.parse(text);
}

function openStream(response) {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(': here\n\n');
  streams.add(response);
  response.on('close', () => streams.delete(response));
}

createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://mock');
  response.setHeader('date', new Date(data.now).toUTCString());
  if (!pathname.startsWith('/api/v1/')) return sendFile(response, pathname);
  const path = pathname.slice('/api/v1'.length);
  if (path === '/live') return openStream(response);
  const [status, body] =
    request.method === 'GET'
      ? read(path, searchParams)
      : write(request.method, path, await bodyOf(request));
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  const headers = { 'content-type': type, ...(status === 429 && { 'retry-after': '840' }) };
  response.writeHead(status, headers).end(status === 204 ? undefined : JSON.stringify(body));
}).listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}`));
