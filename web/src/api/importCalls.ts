// What is asked of the server where a file becomes activities.
import { answer, client } from './client';
import { allPages } from './pages';
import type { components } from './schema';
import type { Id } from './types';

type Schemas = components['schemas'];

export type Import = Schemas['Import'];
export type ImportState = Import['state'];
export type RowFault = Schemas['RowFault'];
export type KeptRecord = Schemas['KeptRecord'];

const until = (signal?: AbortSignal) => (signal ? { signal } : {});
const once = (key: string) => ({ header: { 'Idempotency-Key': key } });

/** The newest ones; older ones are found by their address. */
export const listImports = (signal?: AbortSignal) =>
  answer(client.GET('/imports', { params: { query: { limit: 50 } }, ...until(signal) }));

export const readImport = (id: Id, signal?: AbortSignal) =>
  answer(client.GET('/imports/{import}', { params: { path: { import: id } }, ...until(signal) }));

export const listImportFaults = (id: Id, signal?: AbortSignal) =>
  allPages((page) =>
    answer(
      client.GET('/imports/{import}/faults', {
        params: { path: { import: id }, query: page },
        ...until(signal),
      }),
    ),
  );

export const listKept = (id: Id, signal?: AbortSignal) =>
  allPages((page) =>
    answer(
      client.GET('/imports/{import}/kept', {
        params: { path: { import: id }, query: page },
        ...until(signal),
      }),
    ),
  );

export const listMappings = (signal?: AbortSignal) =>
  allPages((page) =>
    answer(client.GET('/mappings', { params: { query: page }, ...until(signal) })),
  );

export interface NewImport {
  file_name: string;
  bytes: number;
  mapping: unknown;
  rep?: string;
}

export const beginImport = (body: NewImport, key: string) =>
  answer(client.POST('/imports', { body: body as Schemas['NewImport'], params: once(key) }));

/** The bytes go as they are: the document describes them as text, for want of another word. */
export const sendPart = (id: Id, part: number, bytes: Blob, key: string, signal: AbortSignal) =>
  answer(
    client.PUT('/imports/{import}/parts/{part}', {
      params: { path: { import: id, part: String(part) }, ...once(key) },
      body: bytes as unknown as string,
      bodySerializer: (body) => body as unknown as Blob,
      headers: { 'Content-Type': 'application/octet-stream' },
      signal,
    }),
  );

export type ImportStep = 'check' | 'start' | 'cancel' | 'undo';

export const askOfImport = (id: Id, step: ImportStep, key: string) =>
  answer(
    client.POST(`/imports/{import}/${step}`, {
      params: { path: { import: id }, ...once(key) },
    }),
  );
