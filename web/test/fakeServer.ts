import { vi } from 'vitest';

export interface Asked {
  method: string;
  path: string;
  body: unknown;
  key: string | null;
}

type Reply = (asked: Asked) => [status: number, body: unknown] | 'away';

/** Answers fetch from a function and remembers what was asked. */
export function fakeServer(reply: Reply): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const url = new URL(request.url);
    const text = await request.text();
    const one: Asked = {
      method: request.method,
      path: url.pathname.replace('/api/v1', '') + url.search,
      body: text === '' ? null : JSON.parse(text),
      key: request.headers.get('idempotency-key'),
    };
    asked.push(one);
    const answer = reply(one);
    if (answer === 'away') throw new TypeError('away');
    return new Response(answer[0] === 204 ? null : JSON.stringify(answer[1]), {
      status: answer[0],
      headers: { 'content-type': 'application/json' },
    });
  });
  return asked;
}
