import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { fakeServer } from '../../test/fakeServer';
import { renderIn } from '../../test/render';
import type { OpportunityDetail } from '../api/pipelineTypes';
import { AppointmentForm } from './AppointmentForm';

const opportunity = (version: number, asked: boolean) =>
  ({
    opportunity_id: '7',
    version,
    rep: { rep_id: '3', name: 'Elena Petrova' },
    stage: { stage_id: '1', stage: 'new', name: 'New', ends: 'open' },
    qualification: [{ question: 'need', asked, ground: null }],
  }) as unknown as OpportunityDetail;

/** As on its page: after a change the opportunity is read anew. */
function Page() {
  const [version, setVersion] = useState(1);
  return (
    <>
      <button type="button" onClick={() => setVersion(2)}>
        Read anew
      </button>
      <AppointmentForm opportunity={opportunity(version, version > 1)} onDone={() => undefined} />
    </>
  );
}

it('is one appointment, though its answer was lost and the answers made another version', async () => {
  let away = true;
  const asked = fakeServer(({ method, path }) => {
    if (method === 'POST' && path.endsWith('/qualification')) return [200, opportunity(2, true)];
    if (method === 'POST' && path === '/appointments' && away) {
      away = false;
      return 'away';
    }
    if (method === 'POST') return [201, {}];
    return [200, { items: [], next: null }];
  });
  await renderIn(<Page />);
  fireEvent.change(screen.getByLabelText('When'), { target: { value: '2026-11-24T10:00' } });
  const [question] = screen.getAllByRole('combobox').slice(-1);
  fireEvent.change(question as HTMLElement, { target: { value: 'unknown' } });
  const set = screen.getByRole('button', { name: 'Set the appointment' });
  fireEvent.click(set);
  await screen.findByText('No answer. Trying again is safe.');
  fireEvent.click(screen.getByRole('button', { name: 'Read anew' }));
  fireEvent.click(set);
  const sets = () =>
    asked.filter(({ method, path }) => method === 'POST' && path === '/appointments');
  await waitFor(() => expect(sets()).toHaveLength(2));
  expect(sets()[1]?.key).toBe(sets()[0]?.key);
  expect(sets()[1]?.body).toEqual(sets()[0]?.body);
});
