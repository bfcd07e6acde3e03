import createClient, { type Middleware } from 'openapi-fetch';
import { followServerClock } from './clock';
import { ApiFault, readProblem, Unreachable } from './fault';
import type { paths } from './schema';

let csrfToken: string | null = null;

export function rememberCsrfToken(token: string | null): void {
  csrfToken = token;
}

const middleware: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET' && csrfToken !== null) {
      request.headers.set('X-CSRF-Token', csrfToken);
    }
    return request;
  },
  async onResponse({ response }) {
    followServerClock(response.headers.get('date'));
    if (!response.ok) throw new ApiFault(await readProblem(response));
  },
  onError({ error, request }) {
    if (error instanceof ApiFault || request.signal.aborted) return;
    return new Unreachable();
  },
};

export const client = createClient<paths>({
  baseUrl: new URL('/api/v1', location.origin).href,
  credentials: 'same-origin',
  fetch: (request) => fetch(request),
});
client.use(middleware);

/** What came; a refusal has been thrown as ApiFault before. */
export async function answer<Data>(reply: Promise<{ data?: Data }>): Promise<Data> {
  const { data } = await reply;
  if (data === undefined) throw new Unreachable();
  return data;
}
