import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { describe, expect, it, vi } from 'vitest';
import { keys } from './keys';
import { keysTouchedBy, refreshTouched } from './touched';

describe('a change', () => {
  it('touches the figures that its words feed', () => {
    expect(keysTouchedBy(['activity'])).toContainEqual(keys.pace);
    expect(keysTouchedBy(['signal'])).not.toContainEqual(keys.activities);
  });

  it('of an activity moves who waits, and what the next one would count for', () => {
    for (const key of [keys.contacts, keys.signals, keys.previews]) {
      expect(keysTouchedBy(['activity'])).toContainEqual(key);
    }
  });

  it('of two words touches each figure once', () => {
    const touched = keysTouchedBy(['activity', 'contact']);
    expect(new Set(touched).size).toBe(touched.length);
  });

  it('of a word that this page does not know touches everything', () => {
    expect(keysTouchedBy(['activity', 'calendar'])).toEqual([[]]);
  });

  it('asks for these anew', async () => {
    const queries = new QueryClient();
    const asked = vi.spyOn(queries, 'invalidateQueries');
    await refreshTouched(queries, ['quota']);
    expect(asked.mock.calls.map(([filter]) => filter?.queryKey)).toEqual(keysTouchedBy(['quota']));
  });

  it('asks anew also for what is being read for the first time', async () => {
    const queries = new QueryClient();
    const answers = [new Promise(() => undefined), Promise.resolve('after the change')];
    const read = new QueryObserver(queries, {
      queryKey: keys.quotas,
      queryFn: () => answers.shift(),
    });
    const stop = read.subscribe(() => undefined);
    await refreshTouched(queries, ['quota']);
    expect(read.getCurrentResult().data).toBe('after the change');
    stop();
  });
});
