import { useSyncExternalStore } from 'react';
import type { QueryClient } from '@tanstack/react-query';
import { keys } from './keys';
import type { Change } from './types';

const late_ms = 60_000;
const again_ms = 5_000;

const touched: Record<string, readonly (readonly string[])[]> = {
  activity: [keys.activities, keys.pace, keys.evidence, keys.contacts, keys.signals],
  signal: [keys.signals, keys.contacts, keys.pace, keys.evidence],
  contact: [keys.contacts, keys.activities, keys.signals, keys.evidence],
  quota: [keys.quotas, keys.pace, keys.evidence],
};

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

export function keysTouchedBy(words: readonly string[]): readonly (readonly string[])[] {
  return words.some((word) => touched[word] === undefined)
    ? [[]]
    : words.flatMap((word) => touched[word] ?? []);
}

function refresh(queries: QueryClient, words: readonly string[]): void {
  for (const queryKey of keysTouchedBy(words)) void queries.invalidateQueries({ queryKey });
}

/** Keeps the figures live while the page is on the screen; returns how to stop. */
export function followChanges(queries: QueryClient): () => void {
  let stream: EventSource | null = null;
  let lateTimer: ReturnType<typeof setTimeout> | undefined;
  let againTimer: ReturnType<typeof setTimeout> | undefined;
  let missed = false;

  function opened(): void {
    clearTimeout(lateTimer);
    lateTimer = undefined;
    setLate(false);
    if (missed) void queries.invalidateQueries();
    missed = false;
  }

  function lost(): void {
    lateTimer ??= setTimeout(() => setLate(true), late_ms);
    if (stream?.readyState !== EventSource.CLOSED) return;
    missed = true;
    clearTimeout(againTimer);
    againTimer = setTimeout(open, again_ms);
  }

  function open(): void {
    stream?.close();
    stream = new EventSource('/api/v1/live');
    stream.addEventListener('open', opened);
    stream.addEventListener('error', lost);
    stream.addEventListener('change', ({ data }: MessageEvent<string>) => {
      refresh(queries, (JSON.parse(data) as Change).words);
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
