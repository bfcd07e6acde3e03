import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderIn } from '../../test/render';
import { Complaint } from './Complaint';
import { emptyDraft } from './draft';
import type { LogEntry } from './outbox';

const refusedAt = (pointer: string): LogEntry => ({
  key: 'a',
  contact_key: 'b',
  new_contact: null,
  activity: { kind: 'call', occurred_at: '2026-11-27T07:40:00Z' },
  draft: emptyDraft('call', null),
  state: 'refused',
  problem: {
    status: 400,
    code: 'activity.outcome.unknown',
    title: 'Bad Request',
    detail: '',
    faults: [{ pointer, code: 'activity.outcome.unknown', detail: '' }],
    retry_after_s: null,
  },
});

it.each([
  ['/outcome', 'Outcome: Paceline does not take this (activity.outcome.unknown).'],
  ['', 'Paceline does not take this (activity.outcome.unknown).'],
])('begins a refusal at %j with words', async (pointer, words) => {
  await renderIn(<Complaint complaint={null} refused={refusedAt(pointer)} />);
  expect(screen.getByRole('listitem')).toHaveTextContent(words);
});
