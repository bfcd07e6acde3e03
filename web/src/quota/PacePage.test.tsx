import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { fakeServer } from '../../test/fakeServer';
import type { PaceDetail } from '../api/types';
import type { Language } from '../i18n/languages';
import { calls, detail, evidence, pace } from '../../test/fixtures';
import PacePage from './PacePage';
import { renderPage } from '../../test/page';

type Reply = Parameters<typeof fakeServer>[0];

const serve =
  (part: Partial<PaceDetail> = {}, items: unknown[] = [pace, calls]): Reply =>
  ({ path }) => {
    if (path.startsWith('/reps/')) return [200, { items, next: null }];
    if (path.includes('/evidence')) return [200, evidence];
    if (path.includes('/history')) return [200, { items: [], next: null }];
    if (/^\/quotas\/\d+$/.test(path)) return [200, { versions: [] }];
    if (path.startsWith('/quotas/8/')) return [200, { ...detail, ...calls }];
    if (path.startsWith('/quotas/')) return [200, { ...detail, ...part }];
    return [200, { items: [], next: null }];
  };

async function show(reply: Reply = serve(), at = '/pace/7', language: Language = 'en') {
  const asked = fakeServer(reply);
  const router = await renderPage(PacePage, at, language);
  return { asked, router, user: userEvent.setup() };
}

describe('PacePage', () => {
  it('shows the first quota, its sentence, its course and its days', async () => {
    const { router } = await show(serve(), '/pace');
    expect(await screen.findByRole('heading', { name: 'Elena Petrova' })).toBeVisible();
    expect(await screen.findByText('92% of the pace')).toBeVisible();
    expect(
      screen.getByRole('img', { name: 'Course of Retirement contacts' }),
    ).toHaveAccessibleDescription(/^You are at 92% of the pace\./);
    expect(await screen.findByRole('heading', { name: 'Day by day' })).toBeVisible();
    expect(
      screen.getByText('Retirement contacts, Q4: 150 (152 for 64 days, less 1 holiday)'),
    ).toBeVisible();
    expect(screen.getByText(/2.7 for 23 days is new/)).toBeVisible();
    await waitFor(() => expect(router.state.location.pathname).toBe('/pace/7'));
  });

  it('says where a quota begins inside its period, and compares as many days as are left', async () => {
    const working_days = { ...pace.working_days, left: 6 };
    await show(serve({ first_day: '2026-10-12', working_days }));
    expect(await screen.findByText(/^Retirement contacts, Q4 from 12 Oct: 150 /)).toBeVisible();
    expect(await screen.findByText(/^The best 6 days in a row gave /)).toBeVisible();
  });

  it('goes between quotas and periods by keys, and keeps both in the address', async () => {
    const { router } = await show();
    await screen.findByText('92% of the pace');
    fireEvent.keyDown(window, { key: '[' });
    await waitFor(() => expect(router.state.location.search).toEqual({ period: '2026-Q3' }));
    fireEvent.keyDown(window, { key: 'ArrowRight' });
    await waitFor(() => expect(router.state.location.pathname).toBe('/pace/8'));
    expect(router.state.location.search).toEqual({});
  });

  it('knows the bracket keys of an Arabic keyboard', async () => {
    const { router } = await show();
    await screen.findByText('92% of the pace');
    fireEvent.keyDown(window, { key: 'د', code: 'BracketRight' });
    await waitFor(() => expect(router.state.location.search).toEqual({ period: '2027-Q1' }));
  });

  it('opens the evidence by E and closes it by Esc', async () => {
    const { user } = await show();
    await screen.findByText('92% of the pace');
    await user.keyboard('e');
    expect(await screen.findByRole('dialog', { name: 'What makes 88' })).toBeVisible();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('hears E before the shell, which listens for it too', async () => {
    const shell = (event: KeyboardEvent) => event.preventDefault();
    window.addEventListener('keydown', shell);
    const { user } = await show();
    await screen.findByText('92% of the pace');
    await user.keyboard('e');
    window.removeEventListener('keydown', shell);
    expect(await screen.findByRole('dialog', { name: 'What makes 88' })).toBeVisible();
  });

  it('gives the focus back to the figure of another quota', async () => {
    const { user, router } = await show();
    const figure = await screen.findByRole('button', { name: '214' });
    await user.click(figure);
    expect(await screen.findByRole('dialog', { name: 'What makes 214' })).toBeVisible();
    expect(router.state.location.pathname).toBe('/pace/8');
    await user.keyboard('{Escape}');
    expect(screen.getByRole('button', { name: '214' })).toHaveFocus();
  });

  it('opens how the chance is computed', async () => {
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: /unlikely.*12%/ }));
    expect(await screen.findByRole('dialog', { name: 'How this is counted' })).toBeVisible();
  });

  it('shows the course as a table', async () => {
    const { user } = await show();
    const [menu] = await screen.findAllByLabelText('Menu of the card');
    await user.click(menu as HTMLElement);
    await user.click(await screen.findByText('Show as table'));
    expect(await screen.findByText('Thu 1 Oct', { selector: 'td *' })).toBeVisible();
    expect(screen.queryByText('150 quota')).toBeNull();
  });

  it('says what a day was that is not in the work, in a key and in the table', async () => {
    const days = detail.days.map((day) =>
      day.day === '2026-10-05' ? { ...day, kind: 'leave' as const, counted: 0 } : day,
    );
    const { user } = await show(serve({ days }));
    expect(
      await screen.findByText('L away. H holiday. Outlined days are still to come.'),
    ).toBeVisible();
    const [menu] = await screen.findAllByLabelText('Menu of the card');
    await user.click(menu as HTMLElement);
    await user.click(await screen.findByText('Show as table'));
    expect(await screen.findByText('Mon 5 Oct, away', { selector: 'td *' })).toBeVisible();
    expect(screen.getByText('Fri 25 Dec, Christmas Day', { selector: 'td *' })).toBeVisible();
  });

  it('says what is reached and missing beside the quota, also to who cannot see the chart', async () => {
    await show(serve({ floor: 80, stretch: 180, grade: 'floor' }));
    const said = 'Floor 80 reached. 92 more make the stretch of 180.';
    expect(await screen.findByText(said)).toBeVisible();
    expect(screen.getByRole('img', { name: /^Course/ })).toHaveAccessibleDescription(
      new RegExp(`${said}$`),
    );
    expect(screen.getByText('80 floor')).toBeVisible();
    expect(screen.queryByText('stretch')).toBeNull();
  });

  it('shows a reached stretch in the card and in its tile, and no grade elsewhere', async () => {
    const stretched = { counted: 190, stretch: 180, grade: 'stretch', state: 'made' } as const;
    await show(serve(stretched, [{ ...pace, ...stretched }, calls]));
    expect(await screen.findByText('Stretch 180 reached.')).toBeVisible();
    expect(screen.getAllByText('stretch')).toHaveLength(2);
  });

  it('says that nobody has a quota yet', async () => {
    await show(serve({}, []), '/pace');
    expect(await screen.findByText('Nobody has a quota yet.')).toBeVisible();
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('draws no bar, chance or course where nothing is asked', async () => {
    await show(serve({ amount: 0, counted: 0, state: 'made', p_reach: 1 }));
    expect(await screen.findByText('Nothing is asked')).toBeVisible();
    expect(screen.queryByRole('img', { name: /^Course/ })).toBeNull();
    expect(screen.queryByText('made')).toBeNull();
  });

  it('gives no chance and no verdict when it is too early', async () => {
    const early = { state: 'too_early' as const, p_reach: null, projection: null };
    await show(serve(early));
    expect(await screen.findByText('too few to tell')).toBeVisible();
    expect(screen.queryByText(/12%/)).toBeNull();
  });

  it('draws only the plan before the first day', async () => {
    await show(serve({ state: 'not_started', p_reach: null, as_of: '2026-09-20T08:00:00Z' }));
    expect(await screen.findByText(/^It begins on/, { selector: 'p' })).toBeVisible();
    expect(screen.queryByText('95 expected')).toBeNull();
    expect(screen.getByText('150 quota')).toBeVisible();
  });

  it('ends the course of a closed period', async () => {
    const closed = { state: 'missed' as const, p_reach: null, as_of: '2027-01-04T08:00:00Z' };
    await show(serve(closed), '/pace/7?period=2026-Q4');
    expect(await screen.findByText('Missed')).toBeVisible();
    expect(screen.getByText('missed')).toBeVisible();
    expect(screen.queryByText('95 expected')).toBeNull();
  });

  it('lets one card fail by itself', async () => {
    const reply: Reply = (asked) =>
      asked.path.startsWith('/quotas/') ? [500, {}] : serve()(asked);
    await show(reply);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'These figures could not be loaded.',
    );
    expect(screen.getByRole('button', { name: 'Outbound calls' })).toBeVisible();
  });

  it('speaks Arabic', async () => {
    await show(serve(), '/pace/7', 'ar');
    expect(await screen.findByRole('heading', { name: 'يومًا بيوم' })).toBeVisible();
    expect(screen.getByText('اللازم من الآن')).toBeVisible();
  });
});
