// What is asked of the server where people, teams and working time are set up.
import { answer, client } from './client';
import { allPages } from './pages';
import type {
  Applied,
  CalendarRead,
  Company,
  CountryYears,
  Definitions,
  HandedOver,
  Invitation,
  Leave,
  NewLeave,
  Person,
} from './setUpTypes';
import type { Day, Id, List, Session } from './types';

// These routes are not described yet where this was written.
type Untyped = (path: string, options: object) => Promise<{ data?: unknown }>;
const get = client.GET as unknown as Untyped;
const post = client.POST as unknown as Untyped;

const ask = <Data>(reply: Promise<{ data?: unknown }>) => answer(reply) as Promise<Data>;
const until = (signal?: AbortSignal) => (signal ? { signal } : {});
const once = (key: string) => ({ header: { 'Idempotency-Key': key } });

export const readCompany = (signal?: AbortSignal) =>
  ask<Company>(get('/definitions', until(signal)));

export const applyDefinitions = (body: Definitions, key: string): Promise<Applied> =>
  answer(client.POST('/apply', { body, params: { header: { 'Idempotency-Key': key } } }));

export const listPeople = (signal?: AbortSignal) =>
  allPages((page) =>
    ask<List<Person>>(get('/users', { params: { query: page }, ...until(signal) })),
  );

export const listCountries = (signal?: AbortSignal) =>
  ask<List<CountryYears>>(get('/calendars/countries', until(signal)));

export const readCalendarFile = (format: 'ics' | 'csv', text: string) =>
  ask<CalendarRead>(post('/calendars/read', { body: { format, text } }));

export const listLeave = (rep: Id, signal?: AbortSignal) =>
  ask<List<Leave>>(get('/reps/{rep}/leave', { params: { path: { rep } }, ...until(signal) }));

export const addLeave = (rep: Id, body: NewLeave, key: string) =>
  ask<Leave>(post('/reps/{rep}/leave', { body, params: { path: { rep }, ...once(key) } }));

export const removeLeave = (rep: Id, leave: Id, key: string) =>
  ask<unknown>(
    post('/reps/{rep}/leave/{leave}/remove', { params: { path: { rep, leave }, ...once(key) } }),
  );

export const invite = (user: Id) =>
  ask<Invitation>(post('/users/{user}/invitation', { params: { path: { user } } }));

export const join = (token: string, password: string) =>
  ask<Session>(post('/join', { body: { token, password } }));

export interface HandOver {
  to: Id;
  from: Day;
  contacts: boolean;
  quotas: boolean;
}

export const handOver = (user: Id, body: HandOver, key: string) =>
  ask<HandedOver>(
    post('/users/{user}/hand-over', { body, params: { path: { user }, ...once(key) } }),
  );

export const depart = (user: Id, left: Day, to: Id | undefined, key: string) =>
  ask<HandedOver>(
    post('/users/{user}/departure', {
      body: { left, ...(to !== undefined && { hand_over_to: to }) },
      params: { path: { user }, ...once(key) },
    }),
  );
