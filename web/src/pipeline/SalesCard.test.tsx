import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { fakeServer } from '../../test/fakeServer';
import { renderIn } from '../../test/render';
import type { OpportunityDetail } from '../api/pipelineTypes';
import { SalesCard } from './SalesCard';

const elena = { rep_id: '3', name: 'Elena Petrova' };
const boris = { rep_id: '4', name: 'Boris Ivanov' };
const shares = [
  { rep: elena, share_bp: 7_000 },
  { rep: boris, share_bp: 3_000 },
];

const opportunity = (state: string) =>
  ({ opportunity_id: '7', version: 9, rep: elena, state, shares }) as unknown as OpportunityDetail;

const sale = (sale_id: string, amount_minor: number, cancelled: boolean, of: typeof shares) => ({
  sale_id,
  opportunity_id: '7',
  day: '2026-03-10',
  cancelled,
  adjustment: false,
  lines: [{ product_line: null, amount: { amount_minor, currency: 'EUR' } }],
  shares: of.map((share) => ({ ...share, amounts: [] })),
});

it('says whose each sale is, the newest first, and how it is shared when it is won again', async () => {
  const asked = fakeServer(() => [
    200,
    {
      items: [
        sale('1', 100_000, true, shares),
        sale('2', 80_000, false, [{ rep: elena, share_bp: 10_000 }]),
      ],
      next: null,
    },
  ]);
  const { unmount } = await renderIn(<SalesCard opportunity={opportunity('open')} />);
  const rows = await screen.findAllByRole('listitem');
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('800'),
    expect.stringMatching(/1,000.*cancelled/),
    'SharedElena Petrova 70%, Boris Ivanov 30%',
  ]);
  expect(
    screen.getByText(/When it is won, it is shared as before:/, { selector: 'p' }).textContent,
  ).toContain('Boris Ivanov 30%');
  expect(asked.some(({ path }) => path.startsWith('/sales/rows'))).toBe(true);
  unmount();
  await renderIn(<SalesCard opportunity={opportunity('won')} />);
  const card = await screen.findByRole('region', { name: 'Sale' });
  expect(within(card).queryByText(/shared as before/)).toBeNull();
});
