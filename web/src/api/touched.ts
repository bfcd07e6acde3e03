import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { keys } from './keys';

/** Which figures a change of a word can move: after a change of one's own as after one that the server tells. */
const touched: Record<string, readonly QueryKey[]> = {
  activity: [
    keys.activities,
    keys.pace,
    keys.evidence,
    keys.contacts,
    keys.signals,
    keys.previews,
    keys.late,
    keys.leaderboard,
    keys.leadsTo,
    keys.accounts,
    keys.appointments,
    keys.contact,
  ],
  signal: [
    keys.signals,
    keys.contacts,
    keys.contact,
    keys.pace,
    keys.evidence,
    keys.previews,
    keys.late,
  ],
  contact: [
    keys.contacts,
    keys.contact,
    keys.activities,
    keys.signals,
    keys.evidence,
    keys.previews,
  ],
  settings: [keys.session, keys.settings, keys.notice, keys.leaderboard],
  quota: [keys.quotas, keys.pace, keys.evidence, keys.previews],
  report: [keys.reports],
  import: [keys.imports],
  opportunity: [
    keys.opportunities,
    keys.nextSteps,
    keys.sales,
    keys.accounts,
    keys.standing,
    keys.estimates,
    keys.trials,
    keys.appointments,
    keys.contact,
    keys.search,
  ],
  sale: [keys.sales, keys.accounts, keys.standing, keys.opportunities],
  account: [keys.accounts, keys.contacts, keys.contact, keys.search],
};

/** Everything for a word that this page does not know. */
export function keysTouchedBy(words: readonly string[]): readonly QueryKey[] {
  const all = words.map((word) => touched[word]);
  return all.includes(undefined) ? [[]] : [...new Set(all.flatMap((each) => each ?? []))];
}

/** A first reading on its way is not begun anew by an invalidation, and may be from before the change. */
export async function askAnew(queries: QueryClient, queryKey: QueryKey): Promise<void> {
  await queries.cancelQueries({ queryKey, predicate: ({ state }) => state.data === undefined });
  await queries.invalidateQueries({ queryKey });
}

/** Asks anew for whatever the words touch; done when what is on the screen has come. */
export async function refreshTouched(
  queries: QueryClient,
  words: readonly string[],
): Promise<void> {
  await Promise.all(keysTouchedBy(words).map((queryKey) => askAnew(queries, queryKey)));
}
