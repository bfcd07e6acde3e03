import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { renderIn } from '../../test/render';
import type { Standing } from '../api/pipelineTypes';
import { balanceGroups, extremesOf, type StageBalance } from './balance';
import { BalanceCard } from './BalanceCard';

const money = (thousands: number) => ({ amount_minor: thousands * 100_000, currency: 'EUR' });

const stage = (
  name: string,
  value: number,
  needed: number | null,
  part: Partial<StageBalance> = {},
): StageBalance => ({
  stage_id: name,
  stage: name.toLowerCase(),
  name,
  pipeline: 'Sales',
  count: value > 0 ? 3 : 0,
  without_value: 0,
  value: money(value),
  expected: value > 0 ? money(value / 4) : null,
  needed: needed === null ? null : money(needed),
  needed_count: needed === null ? null : needed / 10,
  ...part,
});

const balance = [stage('New', 40, 200), stage('Estimate', 0, 80), stage('Last', 60, 50)];

describe('the balance of the stages', () => {
  it('draws all on one scale of money', () => {
    const [group] = balanceGroups(balance);
    expect(group?.bars.map(({ value, brings, needed }) => [value, brings, needed])).toEqual([
      [0.2, 0.05, 1],
      [0, 0, 0.4],
      [0.3, 0.075, 0.25],
    ]);
    expect(balanceGroups([stage('Empty', 0, null)])[0]?.bars[0]).toMatchObject({
      value: 0,
      needed: null,
    });
  });

  it('keeps pipelines apart', () => {
    const other = stage('New', 400, null, { stage_id: '9', pipeline: 'Partners' });
    const groups = balanceGroups([...balance, other]);
    expect(groups.map(({ pipeline, bars }) => [pipeline, bars.length])).toEqual([
      ['Sales', 3],
      ['Partners', 1],
    ]);
    expect(groups[0]?.bars[0]?.needed).toBe(0.5);
  });

  it('finds the hollow stage and the full one', () => {
    expect(extremesOf(balance)).toMatchObject({
      hollow: { name: 'Estimate' },
      full: { name: 'Last' },
    });
    expect(extremesOf([stage('New', 5, 5)])).toEqual({ hollow: null, full: null });
    expect(extremesOf([stage('New', 5, null), stage('Last', 5, 0)])).toBeNull();
    expect(extremesOf([])).toBeNull();
  });
});

describe('BalanceCard', () => {
  const standing = (part: Partial<Standing>) =>
    ({
      balance,
      quota: money(100),
      coverage: { to_sell: money(90), ratio: 1.1 },
      ...part,
    }) as Standing;

  it('says where it is hollow, and opens the rows of a stage that has some', async () => {
    const onOpen = vi.fn();
    await renderIn(<BalanceCard standing={standing({})} opened={null} onOpen={onOpen} />);
    expect(screen.getByText('Hollow most:', { exact: false })).toHaveTextContent('Estimate');
    expect(screen.getByText('Fullest:', { exact: false })).toHaveTextContent('Last');
    const rows = screen.getAllByRole('listitem');
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      'NewOpen: 3 · €40kNeeded: 20 · €200k',
      'EstimateOpen: 0 · €0Needed: 8 · €80k',
      'LastOpen: 3 · €60kNeeded: 5 · €50k',
    ]);
    expect(within(rows[1] as HTMLElement).queryByRole('button')).toBeNull();
    await userEvent.setup().click(screen.getByRole('button', { name: /^New/ }));
    expect(onOpen).toHaveBeenCalledWith({ stage: balance[0] });
  });

  it.each<[string, Partial<Standing>]>([
    ['With a quota they say', { quota: null, coverage: null }],
    ['The quota is sold', { coverage: { to_sell: money(0), ratio: null } as Standing['coverage'] }],
    ['Too little has ended', { balance: [stage('New', 3, null)] }],
  ])('says why nothing is needed: %s', async (words, part) => {
    const bare = balance.map((each) => ({ ...each, needed: null, needed_count: null }));
    const asked = standing({ balance: bare, ...part });
    await renderIn(<BalanceCard standing={asked} opened={null} onOpen={() => undefined} />);
    expect(screen.getByText(words, { exact: false })).toBeVisible();
    expect(screen.queryByText('Missing')).toBeNull();
  });

  it('tells of those without money', async () => {
    const some = standing({ balance: [stage('New', 0, null, { without_value: 2 })] });
    await renderIn(<BalanceCard standing={some} opened={null} onOpen={() => undefined} />);
    expect(screen.getByRole('button')).toHaveTextContent('without money: 2');
  });
});
