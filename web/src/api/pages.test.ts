import { describe, expect, it, vi } from 'vitest';
import { fakeServer } from '../../test/fakeServer';
import {
  listActivities,
  listKinds,
  listQuotas,
  listReps,
  listTopics,
  readPaceOfTeam,
} from './calls';
import { allPages, farEnough, page_max, type Page } from './pages';

/** A list of numbers as the server gives it: the cursor is the place of the first item. */
const serverOf = (count: number) =>
  vi.fn(async ({ limit, cursor }: Page) => {
    const begin = Number(cursor ?? 0);
    const end = Math.min(begin + limit, count);
    const items = Array.from({ length: end - begin }, (_, index) => begin + index);
    return { items, next: end < count ? String(end) : null };
  });

describe('allPages', () => {
  it.each([0, 1, page_max, page_max + 1, 3 * page_max])('reads all of %d', async (count) => {
    const { items, next } = await allPages<number, { items: number[]; next: string | null }>(
      serverOf(count),
    );
    expect(items).toEqual(Array.from({ length: count }, (_, index) => index));
    expect(next).toBeNull();
  });

  it('stops where it is enough', async () => {
    const read = serverOf(5 * page_max);
    const { items } = await allPages(read, { enough: (all) => all.length >= 2 * page_max });
    expect(items).toHaveLength(2 * page_max);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('ends with a fault rather than never', async () => {
    const circle = async () => ({ items: [1], next: '1' });
    await expect(allPages(circle)).rejects.toThrow('leads to itself');
  });
});

describe('farEnough', () => {
  const numbers = async (limit: number) => serverOf(300)({ limit });

  it('takes the short list when it is enough', async () => {
    expect((await farEnough(numbers, () => true)).items).toHaveLength(50);
  });

  it('takes the longest one when it is not', async () => {
    expect((await farEnough(numbers, () => false)).items).toHaveLength(300);
  });
});

it.each([
  ['kinds', () => listKinds()],
  ['topics', () => listTopics()],
  ['reps', () => listReps()],
  ['quotas', () => listQuotas()],
  ['pace of a team', () => readPaceOfTeam('5')],
  ['activities of a day', () => listActivities('me', '2026-11-27', '2026-11-28')],
])('the list of %s does not stop at its first page', async (_, list) => {
  const asked = fakeServer(({ path }) =>
    path.includes('cursor=more')
      ? [200, { items: ['second'], next: null }]
      : [200, { items: ['first'], next: 'more' }],
  );
  expect((await list()).items).toEqual(['first', 'second']);
  expect(asked.every(({ path }) => path.includes(`limit=${page_max}`))).toBe(true);
});
