import { vi } from 'vitest';

export interface Asked {
  method: string;
  path: string;
  body: unknown;
  key: string | null;
  seen?: string | null;
}

type Reply = (
  asked: Asked,
) => [status: number, body: unknown, headers?: Record<string, string>] | 'away';

/** Answers fetch from a function and remembers what was asked. */
export function fakeServer(reply: Reply): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const url = new URL(request.url);
    const text = await request.text();
    const isJson = request.headers.get('content-type')?.includes('json') ?? false;
    const one: Asked = {
      method: request.method,
      path: url.pathname.replace('/api/v1', '') + url.search,
      body: isJson && text !== '' ? JSON.parse(text) : null,
      key: request.headers.get('idempotency-key'),
      seen: request.headers.get('if-match'),
    };
    asked.push(one);
    const answer = reply(one);
    if (answer === 'away') throw new TypeError('away');
    return new Response(answer[0] === 204 ? null : JSON.stringify(answer[1]), {
      status: answer[0],
      headers: { 'content-type': 'application/json', ...answer[2] },
    });
  });
  return asked;
}
