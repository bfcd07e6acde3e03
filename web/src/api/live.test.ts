import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keys } from './keys';
import { followChanges } from './live';

/** The stream of the browser, by hand. */
class Stream extends EventTarget {
  static readonly CLOSED = 2;
  static readonly opened: Stream[] = [];
  readyState = 0;
  readonly url: string;
  constructor(url: string) {
    super();
    this.url = url;
    Stream.opened.push(this);
  }
  close() {
    this.readyState = Stream.CLOSED;
  }
  tell(seq: string, words: readonly string[]) {
    const data = JSON.stringify({ seq, words, rep_id: null });
    this.dispatchEvent(new MessageEvent('change', { data, lastEventId: seq }));
  }
  lose() {
    this.readyState = Stream.CLOSED;
    this.dispatchEvent(new Event('error'));
  }
}

const asked = () => Stream.opened.map(({ url }) => url);
const last = () => Stream.opened.at(-1) as Stream;

describe('the live stream', () => {
  let queries: QueryClient;
  let stop: () => void;

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('EventSource', Stream);
    Stream.opened.length = 0;
    queries = new QueryClient();
    stop = followChanges(queries, '17');
  });

  afterEach(() => {
    stop();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('begins where the figures were before they were first asked for', () => {
    expect(asked()).toEqual(['/api/v1/live?after=17']);
  });

  it('asks anew for what a change touches', async () => {
    const invalidated = vi.spyOn(queries, 'invalidateQueries');
    last().tell('18', ['report']);
    await vi.waitFor(() => expect(invalidated).toHaveBeenCalledWith({ queryKey: keys.reports }));
  });

  it('goes on after what it told last when the server was away', () => {
    last().tell('18', ['report']);
    last().lose();
    vi.advanceTimersByTime(5_000);
    expect(asked()).toEqual(['/api/v1/live?after=17', '/api/v1/live?after=18']);
  });

  it('asks anew for everything when it was lost, also for what was never read', async () => {
    const cancelled = vi.spyOn(queries, 'cancelQueries');
    const invalidated = vi.spyOn(queries, 'invalidateQueries');
    last().lose();
    vi.advanceTimersByTime(5_000);
    last().dispatchEvent(new Event('open'));
    await vi.waitFor(() => expect(invalidated).toHaveBeenCalledWith({ queryKey: [] }));
    expect(cancelled).toHaveBeenCalledOnce();
  });
});
