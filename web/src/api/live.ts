import { useSyncExternalStore } from 'react';
import type { QueryClient } from '@tanstack/react-query';
import { askAnew, refreshTouched } from './touched';
import type { Change } from './types';

const late_ms = 60_000;
const again_ms = 5_000;

let late = false;
const watchers = new Set<() => void>();

function setLate(value: boolean): void {
  if (late === value) return;
  late = value;
  for (const watch of watchers) watch();
}

function subscribe(watch: () => void): () => void {
  watchers.add(watch);
  return () => watchers.delete(watch);
}

export function useStreamIsLate(): boolean {
  return useSyncExternalStore(subscribe, () => late);
}

/**
 * Keeps the figures live while the page is on the screen; returns how to stop. `after`: the place in the sequence of
 * changes before the first figure was asked for, so that what changes before the stream is open comes too.
 */
export function followChanges(queries: QueryClient, after: string): () => void {
  let seen = after;
  let stream: EventSource | null = null;
  let lateTimer: ReturnType<typeof setTimeout> | undefined;
  let againTimer: ReturnType<typeof setTimeout> | undefined;
  let missed = false;

  function opened(): void {
    clearTimeout(lateTimer);
    lateTimer = undefined;
    setLate(false);
    if (missed) void askAnew(queries, []);
    missed = false;
  }

  function lost(): void {
    lateTimer ??= setTimeout(() => setLate(true), late_ms);
    missed = true; // after long the server may have forgotten what changed
    if (stream?.readyState !== EventSource.CLOSED) return;
    clearTimeout(againTimer);
    againTimer = setTimeout(open, again_ms);
  }

  function open(): void {
    stream?.close();
    stream = new EventSource(`/api/v1/live?after=${seen}`);
    stream.addEventListener('open', opened);
    stream.addEventListener('error', lost);
    stream.addEventListener('change', ({ data, lastEventId }: MessageEvent<string>) => {
      if (lastEventId !== '') seen = lastEventId;
      void refreshTouched(queries, (JSON.parse(data) as Change).words);
    });
  }

  function close(): void {
    stream?.close();
    stream = null;
    clearTimeout(lateTimer);
    lateTimer = undefined;
    clearTimeout(againTimer);
  }

  // A hidden page gives its connection back: browsers allow six to one host.
  function followVisibility(): void {
    if (document.visibilityState === 'hidden') {
      close();
      missed = true;
    } else if (stream === null) {
      open();
    }
  }

  followVisibility();
  document.addEventListener('visibilitychange', followVisibility);
  return () => {
    document.removeEventListener('visibilitychange', followVisibility);
    close();
    setLate(false);
  };
}
