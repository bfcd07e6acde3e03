import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { fakeServer, type Asked } from '../../test/fakeServer';
import { renderPage } from '../../test/page';
import type { Import } from '../api/importCalls';
import ImportPage from './ImportPage';

const one = {
  import_id: '9',
  file_name: 'calls.csv',
  bytes: 4,
  file_hash: null,
  mapping: 'calls',
  into: 'activities',
  rep: null,
  actor: 'elena@example.com',
  state: 'receiving',
  part_bytes: 2,
  bytes_received: 2,
  bytes_done: 0,
  rows: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  refused: 0,
  faults: [],
  unused_columns: [],
  voided: 0,
  kept: 0,
  fault: null,
  created_at: '2026-11-05T08:00:00Z',
  began_at: null,
  ended_at: null,
  seconds: 0,
} as unknown as Import;

const list = (items: readonly unknown[]) => ({ items, next: null });

/** The import as it stands; what is asked of it moves it on. */
function serve(first: Partial<Import>, moved: Partial<Import> = {}, kept: readonly unknown[] = []) {
  let now = { ...one, ...first };
  return ({ path, method }: Asked): [number, unknown] => {
    if (method === 'POST') now = { ...now, ...moved };
    if (path.startsWith('/imports/9/kept')) return [200, list(kept)];
    if (path.startsWith('/imports/9')) return [200, now];
    return [200, list([])];
  };
}

const writes = (asked: readonly Asked[]) =>
  asked.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);

describe('an import of which not all has come', () => {
  it('goes on with the same file, and with no other', async () => {
    const asked = fakeServer(serve({}, { state: 'checked', added: 2, began_at: one.created_at }));
    await renderPage(ImportPage, '/import?import=9');
    const user = userEvent.setup();
    await screen.findByText('Not all of the file has come. Choose it again to go on.');
    const field = screen.getByLabelText('File to import');
    await user.upload(field, new File(['12345'], 'calls.csv', { type: 'text/csv' }));
    expect(screen.getByRole('alert')).toHaveTextContent('This is another file.');
    expect(writes(asked)).toEqual([]);
    await user.upload(field, new File(['1234'], 'calls.csv', { type: 'text/csv' }));
    const sent = ['PUT /imports/9/parts/0', 'PUT /imports/9/parts/1', 'POST /imports/9/check'];
    await waitFor(() => expect(writes(asked)).toEqual(sent));
  });
});

describe('an import under way', () => {
  it('is cancelled by one press, under a key', async () => {
    const began = { state: 'importing', rows: 500, added: 500, bytes_done: 2 } as const;
    const asked = fakeServer(serve(began, { state: 'cancelled', began_at: one.created_at }));
    await renderPage(ImportPage, '/import?import=9');
    await userEvent.setup().click(await screen.findByRole('button', { name: 'Cancel' }));
    await screen.findByText('Stopped. What was stored before stays until it is undone.');
    expect(writes(asked)).toEqual(['POST /imports/9/cancel']);
    expect(asked.find(({ method }) => method === 'POST')?.key).not.toBeNull();
    expect(screen.getByRole('button', { name: 'Undo the import' })).toBeVisible();
  });
});

describe('an import that was only checked', () => {
  it('says that nothing was stored, has nothing to undo, and names the columns that were not used', async () => {
    const counts = { rows: 4, added: 3, refused: 1, began_at: one.created_at } as const;
    fakeServer(serve({ ...counts, state: 'dry_run', unused_columns: ['Cost centre', 'Remark'] }));
    await renderPage(ImportPage, '/import?import=9');
    await screen.findByText('It was only checked. Nothing of it was stored.');
    expect(screen.queryByRole('button', { name: 'Undo the import' })).toBeNull();
    expect(screen.getByText(/^Columns of the file that nothing is read from:/)).toHaveTextContent(
      'Cost centre, Remark',
    );
  });
});

describe('an import that was undone', () => {
  it('lists what stays, and why', async () => {
    const kept = [
      { id: '41', why: 'import.kept.in_use' },
      { id: '42', why: 'import.kept.in_report' },
    ];
    fakeServer(serve({ state: 'undone', voided: 7, kept: 2 }, {}, kept));
    await renderPage(ImportPage, '/import?import=9');
    expect(await screen.findByText(/^Undone\. Voided rows/)).toBeVisible();
    expect(await screen.findByText('Other records depend on it.')).toBeVisible();
    expect(screen.getByText('It is a row of a closed report.')).toBeVisible();
    expect(screen.getByText('41')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Undo the import' })).toBeNull();
  });
});
