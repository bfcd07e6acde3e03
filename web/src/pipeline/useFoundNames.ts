import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { keys } from '../api/keys';
import { searchNames } from '../api/pipelineCalls';
import type { FoundName } from '../api/pipelineTypes';
import { matches } from '../contact/match';

const shown_of_each = 4;

const isMeant = ({ name }: FoundName, typed: string) =>
  matches({ name, account_name: null, phone: null }, typed);

/** Accounts, then opportunities, whose name is meant by all that was typed; nothing is asked for nothing. */
export function useFoundNames(typed: string): FoundName[] {
  const text = typed.trim();
  const [asked] = useDebouncedValue(text, 60);
  const { data } = useQuery({
    queryKey: [...keys.search, asked],
    queryFn: ({ signal }) => searchNames(asked, shown_of_each, signal),
    enabled: asked !== '',
    placeholderData: (previous) => previous,
    staleTime: 10_000,
  });
  return text === '' ? [] : (data?.items ?? []).filter((found) => isMeant(found, text));
}
