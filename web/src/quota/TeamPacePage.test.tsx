import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { fakeServer } from '../../test/fakeServer';
import type { TeamPace } from '../api/types';
import { detail, evidence, team, nothingToSay } from '../../test/fixtures';
import TeamPacePage from './TeamPacePage';
import { renderPage } from '../../test/page';

const reps = {
  items: [
    {
      rep_id: '3',
      name: 'Elena Petrova',
      email: 'e@example.com',
      team: { team_id: '1', name: 'Team North' },
    },
  ],
  next: null,
};

const north = { team_id: '1', name: 'Team North', parent_id: null };

type Reply = Parameters<typeof fakeServer>[0];

const serve =
  (items: readonly TeamPace[]): Reply =>
  ({ path }) => {
    if (path.endsWith('/totals') || path.endsWith('/quotas'))
      return [200, { items: [], next: null }];
    if (path.startsWith('/teams/')) return [200, { items, next: null }];
    if (path.startsWith('/teams')) return [200, { items: [north], next: null }];
    if (path.startsWith('/reps')) return [200, reps];
    if (path.includes('/evidence')) return [200, evidence];
    if (path.includes('/pace')) return [200, detail];
    return [200, { items: [], next: null }];
  };

async function show(reply: Reply = serve(team)) {
  const asked = fakeServer(reply);
  await renderPage(TeamPacePage, '/team');
  return { asked, user: userEvent.setup() };
}

const shown = () =>
  screen.getAllByRole('rowheader').map((cell) => within(cell).queryByRole('link')?.textContent);

describe('TeamPacePage', () => {
  it('marks who has reached the stretch', async () => {
    const reached = { counted: 310, stretch: 300, grade: 'stretch', state: 'made' } as const;
    await show(
      serve(team.map((rep) => ({ ...rep, quotas: rep.quotas.map((q) => ({ ...q, ...reached })) }))),
    );
    expect(await screen.findAllByText('stretch')).toHaveLength(6);
  });

  it('puts who needs somebody first on top, and says so', async () => {
    await show();
    expect(
      await screen.findByText('3 reps, by risk. Bence Kovács and Elena Petrova need you first.'),
    ).toBeVisible();
    expect(shown()).toEqual(['Bence Kovács', 'Elena Petrova', 'Ivan Smirnov', undefined]);
    expect(screen.getByText('behind in 2')).toBeVisible();
    expect(screen.getByText('All reps together')).toBeVisible();
  });

  it('never says 0 or 100 per cent', async () => {
    await show();
    expect((await screen.findAllByText('< 1%')).length).toBe(2);
    expect(screen.getByText('> 99%')).toBeVisible();
    expect(screen.queryByText('0%')).toBeNull();
    expect(screen.queryByText('100%')).toBeNull();
  });

  it('keeps the reps that have a quota of a tone', async () => {
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: '3 quotas behind' }));
    expect(shown()).toEqual(['Bence Kovács', 'Elena Petrova', undefined]);
  });

  it('sorts by a column, and says which', async () => {
    const { user } = await show();
    await user.click(
      await screen.findByRole('button', { name: /Outbound calls/, description: /lowest chance/ }),
    );
    expect(screen.getByRole('columnheader', { name: /Outbound calls/ })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
  });

  it('leads from the name to the pace of the rep and from a figure to its rows', async () => {
    const { user } = await show();
    const link = await screen.findByRole('link', { name: 'Elena Petrova' });
    expect(decodeURIComponent(link.getAttribute('href') ?? '')).toMatch(/^\/pace\?rep="?3"?$/);
    const row = link.closest('tr') as HTMLElement;
    await user.click(within(row).getByRole('button', { name: '88' }));
    expect(await screen.findByRole('dialog', { name: 'What makes 88' })).toBeVisible();
  });

  it('shows a paused quota without figures', async () => {
    const [first] = team;
    const quotas =
      first?.quotas.map((pace) => ({ ...pace, state: 'excused' as const, amount: 0 })) ?? [];
    await show(serve([{ rep_id: '8', rep_name: 'Anna Nagy', today: nothingToSay, quotas }]));
    expect((await screen.findAllByText('paused')).length).toBe(2);
    expect(screen.getByText('2 paused')).toBeVisible();
  });

  it('says whom to talk to first, and shows one quota alone', async () => {
    const { user } = await show();
    const talk = await screen.findByRole('region', { name: 'Whom to talk to first' });
    expect(talk).toHaveTextContent('Bence Kovács');
    expect(talk).toHaveTextContent(/Behind in all 2 quotas/);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Quota' }), 'Outbound calls');
    expect(screen.queryByRole('columnheader', { name: /Retirement/ })).toBeNull();
    expect(screen.getByRole('columnheader', { name: /Outbound calls/ })).toBeVisible();
  });

  it('says that the team has nobody yet', async () => {
    await show(serve([]));
    expect(await screen.findByText('No rep in this team yet.')).toBeVisible();
  });

  it('has an error with a way out', async () => {
    await show((asked) => (asked.path.startsWith('/teams/') ? [500, {}] : serve(team)(asked)));
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('could not be loaded'));
  });
});
