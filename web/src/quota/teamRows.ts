// The table of a team: who needs somebody first stands first. No ranks and no totals of a rep.
import type { Pace, TeamPace, TeamTotal } from '../api/types';
import { type Tone, toneOf } from '../ui';
import { asksNothing } from './phase';

export interface TeamColumn {
  quota_id: string;
  name: string;
  /** One pace of the column, for its period. */
  sample: Pace;
}

export interface TeamRow {
  rep_id: string;
  rep_name: string;
  today: TeamPace['today'];
  behind: number;
  /** The lowest chance of all its quotas; 1 when none has one. */
  lowest: number;
  cells: ReadonlyMap<string, Pace>;
}

export function teamColumns(team: readonly TeamPace[]): TeamColumn[] {
  const columns = new Map<string, TeamColumn>();
  for (const pace of team.flatMap(({ quotas }) => quotas)) {
    if (columns.has(pace.quota_id)) continue;
    columns.set(pace.quota_id, { quota_id: pace.quota_id, name: pace.name, sample: pace });
  }
  return [...columns.values()].sort((a, b) => a.name.localeCompare(b.name));
}

/** Of one quota alone: the rows, their risk and the counts are about it only. */
export const onlyQuota = (team: readonly TeamPace[], quota: string | null): readonly TeamPace[] =>
  quota === null
    ? team
    : team.map((rep) => ({ ...rep, quotas: rep.quotas.filter((pace) => pace.quota_id === quota) }));

/** A quota that asks for nothing has no tone. */
export const toneOfCell = (pace: Pace): Tone | null =>
  asksNothing(pace) ? null : toneOf(pace.state);

const chanceOf = ({ p_reach, state }: Pace): number => p_reach ?? (state === 'missed' ? 0 : 1);

function rowOf({ rep_id, rep_name, today, quotas }: TeamPace): TeamRow {
  return {
    rep_id,
    rep_name,
    today,
    behind: quotas.filter((pace) => toneOfCell(pace) === 'behind').length,
    lowest: Math.min(1, ...quotas.filter((pace) => !asksNothing(pace)).map(chanceOf)),
    cells: new Map(quotas.map((pace) => [pace.quota_id, pace])),
  };
}

/** By number of quotas behind, then the lowest chance; or by the chance of one quota. */
export type TeamSort = 'risk' | { quota_id: string };

const byRisk = (a: TeamRow, b: TeamRow) =>
  b.behind - a.behind || a.lowest - b.lowest || a.rep_name.localeCompare(b.rep_name);

const chanceIn = (row: TeamRow, quota: string): number => {
  const pace = row.cells.get(quota);
  return pace && !asksNothing(pace) ? chanceOf(pace) : 2;
};

export function teamRows(team: readonly TeamPace[], sort: TeamSort): TeamRow[] {
  const rows = team.map(rowOf);
  if (sort === 'risk') return rows.sort(byRisk);
  const { quota_id } = sort;
  return rows.sort((a, b) => chanceIn(a, quota_id) - chanceIn(b, quota_id) || byRisk(a, b));
}

const hasTone = (row: TeamRow, tone: Tone) =>
  [...row.cells.values()].some((pace) => toneOfCell(pace) === tone);

export const rowsWith = (rows: readonly TeamRow[], tone: Tone | null): readonly TeamRow[] =>
  tone === null ? rows : rows.filter((row) => hasTone(row, tone));

export function toneCounts(team: readonly TeamPace[]): Record<Tone, number> {
  const counts = { behind: 0, on: 0, ahead: 0 };
  for (const pace of team.flatMap(({ quotas }) => quotas)) {
    const tone = toneOfCell(pace);
    if (tone) counts[tone] += 1;
  }
  return counts;
}

export const pausedCount = (team: readonly TeamPace[]): number =>
  team.flatMap(({ quotas }) => quotas).filter(({ state }) => state === 'excused').length;

export interface ColumnSum {
  counted: number;
  amount: number;
  /** Null: things. */
  currency: string | null;
  /** A contact (account) once, whoever of the team reached it. */
  distinct: boolean;
  /** What was counted divided by what is expected by now; null when nothing is, or each is counted once. */
  ratio: number | null;
}

/** The team as a whole in one quota, by the server's totals; null while they are not there. */
export function columnSum(
  team: readonly TeamPace[],
  totals: readonly TeamTotal[] | undefined,
  quota: string,
): ColumnSum | null {
  const own = totals?.filter(({ quota_id }) => quota_id === quota);
  if (own === undefined || own.length === 0) return null;
  // Of fewer than five people a sum may be kept back.
  const counted = own.reduce((sum, total) => sum + (total.counted ?? 0), 0);
  const amount = own.reduce((sum, total) => sum + (total.amount ?? 0), 0);
  const distinct = own.some(({ unit }) => unit === 'contacts' || unit === 'accounts');
  const expected = team
    .flatMap(({ quotas }) => quotas)
    .filter((pace) => pace.quota_id === quota && !asksNothing(pace))
    .reduce((sum, pace) => sum + pace.expected_by_now, 0);
  return {
    counted,
    amount,
    currency: own[0]?.rule.currency ?? null,
    distinct,
    ratio: expected > 0 && !distinct ? counted / expected : null,
  };
}
