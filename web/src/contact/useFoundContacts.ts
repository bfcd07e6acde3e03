import { useDebouncedValue } from '@mantine/hooks';
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { keys } from '../api/keys';
import { contactsQuery } from '../api/queries';
import type { FoundContact, List } from '../api/types';
import { matches } from './match';

export const shown_contacts = 5;

/** Nobody is shown or chosen who is not meant by all that was typed, whatever the server finds. */
const matching = (contacts: readonly FoundContact[], typed: string) =>
  contacts.filter((contact) => matches(contact, typed));

/** Contacts that this page has already seen, by the same match. */
export function knownContacts(queries: QueryClient, typed: string): FoundContact[] {
  const lists = queries.getQueriesData<List<FoundContact>>({ queryKey: keys.contacts });
  const all = lists.flatMap(([, list]) => list?.items ?? []);
  const byId = new Map(all.map((contact) => [contact.contact_id, contact]));
  return matching([...byId.values()], typed).slice(0, shown_contacts);
}

interface FoundContacts {
  contacts: FoundContact[];
  /** These are the server's for exactly this text. */
  settled: boolean;
}

export function useFoundContacts(typed: string): FoundContacts {
  const queries = useQueryClient();
  const text = typed.trim();
  const [asked] = useDebouncedValue(text, 60);
  const { data, isPlaceholderData } = useQuery({
    ...contactsQuery(asked, shown_contacts),
    placeholderData: (previous) => previous,
    staleTime: 10_000,
  });
  if (data !== undefined && !isPlaceholderData && asked === text) {
    return { contacts: matching(data.items, text), settled: true };
  }
  return { contacts: knownContacts(queries, text), settled: false };
}

/** The best match for a text that may have been typed faster than the answer came; null when nobody matches all of it. */
export async function bestContact(
  queries: QueryClient,
  typed: string,
): Promise<FoundContact | null> {
  const text = typed.trim();
  const list = await queries
    .fetchQuery({ ...contactsQuery(text, shown_contacts), staleTime: 10_000, retry: false })
    .catch(() => ({ items: knownContacts(queries, text) }));
  return matching(list.items, text)[0] ?? null;
}
