// What is asked of the server where people, teams and working time are set up.
import { answer, client } from './client';
import { allPages } from './pages';
import type { Definitions, HandOver, NewLeave } from './setUpTypes';
import type { Day, Id } from './types';

const until = (signal?: AbortSignal) => (signal ? { signal } : {});
const once = (key: string) => ({ header: { 'Idempotency-Key': key } });

export const readCompany = (signal?: AbortSignal) =>
  answer(client.GET('/definitions', until(signal)));

export const applyDefinitions = (body: Definitions, key: string) =>
  answer(client.POST('/apply', { body, params: once(key) }));

export const listPeople = (signal?: AbortSignal) =>
  allPages((page) => answer(client.GET('/users', { params: { query: page }, ...until(signal) })));

export const listCountries = (signal?: AbortSignal) =>
  allPages((page) =>
    answer(client.GET('/calendars/countries', { params: { query: page }, ...until(signal) })),
  );

export const readCalendarFile = (format: 'ics' | 'csv', text: string) =>
  answer(client.POST('/calendars/read', { body: { format, text } }));

export const listLeave = (rep: Id, signal?: AbortSignal) =>
  allPages((page) =>
    answer(
      client.GET('/reps/{rep}/leave', {
        params: { path: { rep }, query: page },
        ...until(signal),
      }),
    ),
  );

export const listTeamLeave = (team: Id, from: Day, to: Day, signal?: AbortSignal) =>
  allPages((page) =>
    answer(
      client.GET('/leave', { params: { query: { team, from, to, ...page } }, ...until(signal) }),
    ),
  );

export const addLeave = (rep: Id, body: NewLeave, key: string) =>
  answer(client.POST('/reps/{rep}/leave', { body, params: { path: { rep }, ...once(key) } }));

export const removeLeave = (rep: Id, leave: Id, key: string) =>
  answer(
    client.POST('/reps/{rep}/leave/{leave}/remove', {
      params: { path: { rep, leave }, ...once(key) },
    }),
  );

export const invite = (user: Id) =>
  answer(client.POST('/users/{user}/invitation', { params: { path: { user } } }));

export const join = (token: string, password: string) =>
  answer(client.POST('/join', { body: { token, password } }));

export const handOver = (user: Id, body: HandOver, key: string) =>
  answer(
    client.POST('/users/{user}/hand-over', { body, params: { path: { user }, ...once(key) } }),
  );

export const depart = (user: Id, lastDay: Day, to: Id | undefined, key: string) =>
  answer(
    client.POST('/users/{user}/departure', {
      body: { last_day: lastDay, ...(to !== undefined && { hand_over_to: to }) },
      params: { path: { user }, ...once(key) },
    }),
  );

export const listWebhooks = (signal?: AbortSignal) =>
  answer(client.GET('/webhooks', until(signal)));

export const addWebhook = (source: string) =>
  answer(client.POST('/webhooks', { body: { source } }));

/** Another secret; the one before is good no more. */
export const renewWebhook = (webhook: Id) =>
  answer(client.POST('/webhooks/{webhook}/secret', { params: { path: { webhook } } }));

export async function revokeWebhook(webhook: Id): Promise<void> {
  await client.DELETE('/webhooks/{webhook}', { params: { path: { webhook } } }); // answers nothing
}
