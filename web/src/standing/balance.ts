// The balance of the stages, as the picture draws it.
import type { Standing } from '../api/pipelineTypes';

export type StageBalance = Standing['balance'][number];

/** Lengths of a stage's bar, 0 to 1 of the picture. */
export interface BalanceBar {
  stage: StageBalance;
  value: number;
  /** The part of the value that it brings. */
  brings: number;
  /** Where the mark stands; null: nothing says what is needed. */
  needed: number | null;
}

export interface BalanceGroup {
  pipeline: string;
  bars: readonly BalanceBar[];
}

/** By pipeline, all on one scale of money. */
export function balanceGroups(balance: readonly StageBalance[]): readonly BalanceGroup[] {
  const minor = ({ value, needed }: StageBalance) =>
    Math.max(value.amount_minor, needed?.amount_minor ?? 0);
  const whole = Math.max(1, ...balance.map(minor));
  const groups: { pipeline: string; bars: BalanceBar[] }[] = [];
  for (const stage of balance) {
    const bar = {
      stage,
      value: stage.value.amount_minor / whole,
      brings: (stage.expected?.amount_minor ?? 0) / whole,
      needed: stage.needed === null ? null : stage.needed.amount_minor / whole,
    };
    const last = groups.at(-1);
    if (last?.pipeline === stage.pipeline) last.bars.push(bar);
    else groups.push({ pipeline: stage.pipeline, bars: [bar] });
  }
  return groups;
}

export interface Extremes {
  /** What lacks most of what is needed there; null: no stage lacks anything. */
  hollow: StageBalance | null;
  /** What has most beyond it; null: none has. */
  full: StageBalance | null;
}

/** null: nothing is needed of any stage, or nobody knows what. */
export function extremesOf(balance: readonly StageBalance[]): Extremes | null {
  const known = balance
    .flatMap((stage) =>
      stage.needed === null || stage.needed.amount_minor === 0
        ? []
        : [{ stage, part: stage.value.amount_minor / stage.needed.amount_minor }],
    )
    .sort((a, b) => a.part - b.part);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return null;
  return {
    hollow: first.part < 1 ? first.stage : null,
    full: last.part > 1 ? last.stage : null,
  };
}
