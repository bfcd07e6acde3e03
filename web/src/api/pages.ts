import type { List } from './types';

/** The most that the server gives at once. */
export const page_max = 500;

export interface Page {
  limit: number;
  cursor?: string;
}

interface Reach<Item> {
  /** Whether what has come is enough; the whole list when absent. */
  enough?: (items: readonly Item[]) => boolean;
}

/** Reads page after page. Whatever is summed or chosen from must be read like this, or it silently stops at a page. */
export async function allPages<Item, Answer extends List<Item>>(
  read: (page: Page) => Promise<Answer & List<Item>>,
  { enough = () => false }: Reach<Item> = {},
): Promise<Answer> {
  const first = await read({ limit: page_max });
  const items = [...first.items];
  let { next } = first;
  while (next !== null && !enough(items)) {
    const page: List<Item> = await read({ limit: page_max, cursor: next });
    if (page.next === next) throw new Error(`the page after ${next} leads to itself`);
    items.push(...page.items);
    next = page.next;
  }
  return { ...first, items, next };
}

const usual = 50;

/** A list that has no pages, only a limit: short at first, as long as it may be when that was not enough. */
export async function farEnough<Item>(
  read: (limit: number) => Promise<List<Item>>,
  enough: (items: readonly Item[]) => boolean,
): Promise<List<Item>> {
  const first = await read(usual);
  return first.items.length < usual || enough(first.items) ? first : read(page_max);
}
