import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  askOfImport,
  listImports,
  listMappings,
  readImport,
  type Import,
  type ImportState,
  type ImportStep,
} from '../api/importCalls';
import { keys } from '../api/keys';
import { newKey } from '../api/newKey';
import type { Id } from '../api/types';
import type { Mapping } from './mapping';

const again_ms = 700;
const busy: readonly ImportState[] = ['checking', 'importing', 'undoing'];

export const isBusy = (state: ImportState): boolean => busy.includes(state);

export const useImports = () =>
  useQuery({ queryKey: keys.imports, queryFn: ({ signal }) => listImports(signal) });

/** One import; asked again and again while the server works on it. */
export const useImport = (id: Id) =>
  useQuery({
    queryKey: [...keys.imports, id],
    queryFn: ({ signal }) => readImport(id, signal),
    refetchInterval: ({ state }) => (state.data && isBusy(state.data.state) ? again_ms : false),
  });

export function useShippedMappings(): Mapping[] | undefined {
  const { data, isError } = useQuery({
    queryKey: ['mappings'],
    queryFn: ({ signal }) => listMappings(signal),
    staleTime: Infinity,
  });
  if (isError) return [];
  return data?.items.map(({ document }) => document as unknown as Mapping);
}

/** What a person asks of an import: the answer is its new state. */
export function useStep(id: Id) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (step: ImportStep) => askOfImport(id, step, newKey()),
    onSuccess: (answer: Import) => queries.setQueryData([...keys.imports, id], answer),
    onError: () => queries.invalidateQueries({ queryKey: keys.imports }),
  });
}
