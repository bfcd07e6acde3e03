// What stands where on the board, how large, and how long already: pure.
import type {
  Opportunity,
  OpportunityState,
  Pipeline,
  Stage,
  StageDays,
} from '../api/pipelineTypes';
import type { Day, Money } from '../api/types';
import { addDays, noonOf } from '../format/date';

export interface Column {
  stage: Stage;
  cards: Opportunity[];
  /** Of those that have a value. */
  value: Money | null;
  without_value: number;
}

export const valueOf = ({ value }: Pick<Opportunity, 'value'>): number => value?.amount_minor ?? 0;

/** The largest first; then by name, so that nothing jumps. */
export function bySize(a: Opportunity, b: Opportunity): number {
  const order = valueOf(b) - valueOf(a);
  if (order !== 0) return order;
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.opportunity_id < b.opportunity_id ? -1 : 1;
}

export function sumOf(opportunities: readonly Opportunity[]): Money | null {
  const currency = opportunities.find(({ value }) => value !== null)?.value?.currency;
  if (currency === undefined) return null;
  return { amount_minor: opportunities.reduce((sum, each) => sum + valueOf(each), 0), currency };
}

const isShown = ({ active }: Stage, cards: readonly Opportunity[]) => active || cards.length > 0;

/** A column for each open stage; one that was given up stays as long as something stands in it. */
export function columnsOf(pipeline: Pipeline, opportunities: readonly Opportunity[]): Column[] {
  const byStage = new Map<string, Opportunity[]>();
  for (const each of opportunities) {
    const cards = byStage.get(each.stage.stage_id);
    if (cards === undefined) byStage.set(each.stage.stage_id, [each]);
    else cards.push(each);
  }
  return pipeline.stages
    .filter(({ ends }) => ends === 'open')
    .map((stage) => {
      const cards = (byStage.get(stage.stage_id) ?? []).sort(bySize);
      const without_value = cards.filter(({ value }) => value === null).length;
      return { stage, cards, value: sumOf(cards), without_value };
    })
    .filter(({ stage, cards }) => isShown(stage, cards));
}

/** Where an opportunity may end. */
export const endsOf = (pipeline: Pipeline): Stage[] =>
  pipeline.stages.filter(({ ends, active }) => ends !== 'open' && active);

export const stateIn = ({ ends }: Stage): OpportunityState => ends;

const day_ms = 86_400_000;

export const daysBetween = (from: Day, to: Day): number =>
  Math.max(0, Math.round((noonOf(to).getTime() - noonOf(from).getTime()) / day_ms));

/** In its stage for longer than three of four were; too few to tell are no reason. */
export function isSlow(
  days: number,
  usual: Pick<StageDays, 'three_of_four_days'> | undefined,
): boolean {
  const most = usual?.three_of_four_days ?? null;
  return most !== null && days > most;
}

export const most_to_scale = 40;
/** Name, account with the age in short, next step; from `whole_px` on the age in words, in a line of its own. */
export const least_px = 76;
export const whole_px = 94;
const longest_px = 600;
const largest_px = 260;
const gap_px = 6;
const round_px = [0.1, 0.2, 0.5, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 40, 60];

export interface Scale {
  /** Of one thousand units of money. */
  px: number;
  minor_of_thousand: number;
}

export interface Height {
  px: number;
  to_scale: boolean;
}

export function heightOf(opportunity: Pick<Opportunity, 'value'>, scale: Scale): Height {
  const px = Math.round((valueOf(opportunity) / scale.minor_of_thousand) * scale.px);
  return px < least_px ? { px: least_px, to_scale: false } : { px, to_scale: true };
}

const lengthOf = ({ cards }: Column, scale: Scale) =>
  cards.reduce((sum, card) => sum + heightOf(card, scale).px + gap_px, 0);

const fits = (column: Column, scale: Scale) =>
  lengthOf(column, scale) <= longest_px &&
  column.cards.every((card) => heightOf(card, scale).px <= largest_px);

/** The largest round number of px for a thousand with which no column is too long, nor a card. */
export function scaleOf(columns: readonly Column[], minor_of_thousand: number): Scale {
  const scales = round_px.map((px) => ({ px, minor_of_thousand }));
  const smallest = { px: 0.1, minor_of_thousand };
  return scales.findLast((scale) => columns.every((column) => fits(column, scale))) ?? smallest;
}

export type Closes = 'late' | 'month' | 'quarter' | 'later' | 'unknown';

const monthEnd = (today: Day) => addDays(`${today.slice(0, 7)}-28`, 4).slice(0, 7);
const quarterEnd = (today: Day) => {
  const month = Number(today.slice(5, 7));
  const last = Math.ceil(month / 3) * 3;
  return addDays(`${today.slice(0, 4)}-${String(last).padStart(2, '0')}-28`, 4).slice(0, 7);
};

export function closesIn(
  opportunity: Pick<Opportunity, 'close_day'>,
  closes: Closes,
  today: Day,
): boolean {
  const day = opportunity.close_day;
  if (day === null || closes === 'unknown') return day === null && closes === 'unknown';
  if (closes === 'late') return day < today;
  if (closes === 'month') return day >= today && day < `${monthEnd(today)}-01`;
  if (closes === 'quarter') return day >= today && day < `${quarterEnd(today)}-01`;
  return day >= `${quarterEnd(today)}-01`;
}

export interface Filter {
  stage?: string;
  needs?: boolean;
  pushed?: boolean;
  slow?: boolean;
  closes?: Closes;
  find?: string;
}

const holds = (text: string | undefined, words: readonly string[]) => {
  const low = (text ?? '').toLocaleLowerCase();
  return words.every((word) => low.includes(word));
};

export function filtered(
  opportunities: readonly Opportunity[],
  { stage, needs, pushed, slow, closes, find = '' }: Filter,
  today: Day,
  slows: (opportunity: Opportunity) => boolean = () => false,
): readonly Opportunity[] {
  const words = find.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return opportunities.filter(
    (each) =>
      (stage === undefined || each.stage.stage_id === stage) &&
      (!needs || each.needs_next_step) &&
      (!pushed || each.pushes > 0) &&
      (!slow || slows(each)) &&
      (closes === undefined || closesIn(each, closes, today)) &&
      (words.length === 0 || holds(`${each.name} ${each.account?.name ?? ''}`, words)),
  );
}

/** A next step that is over its time. */
export const isLate = ({ next_step }: Opportunity, now: Date): boolean =>
  next_step !== null && Date.parse(next_step.due_at) < now.getTime();
