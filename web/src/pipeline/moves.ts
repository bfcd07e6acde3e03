// Moves that the server has not confirmed yet. A card stands where it was put; the move is kept until the server's word.
import type { Seen } from '../api/pipelineCalls';
import type {
  NewAmount,
  NewMove,
  Opportunity,
  OpportunityDetail,
  OpportunityEvent,
  Stage,
} from '../api/pipelineTypes';
import { type ApiFault, hasCode, type Problem } from '../api/fault';
import type { Id } from '../api/types';
import { stateIn } from './board';

export interface Move {
  id: Id;
  name: string;
  from: Stage;
  to: Stage;
  at: string;
  version: number;
  key: string;
  reason?: string;
  amounts?: NewAmount[];
  /** It takes a move back. */
  undoes: boolean;
  state: 'sending' | 'waiting' | 'refused' | 'conflict';
  problem: Problem | null;
  /** What others did meanwhile, newest first. */
  news: readonly OpportunityEvent[];
}

export interface Asked {
  to: Stage;
  reason?: string;
  amounts?: NewAmount[];
}

/** What the server answered to a move says more than the row of a list. */
export type Known = Opportunity & Partial<Pick<OpportunityDetail, 'shares'>>;

export interface Board {
  moves: ReadonlyMap<Id, Move>;
  /** As the server last said, where a list may be older. */
  known: ReadonlyMap<Id, Known>;
  /** The last move that the server has, for taking it back. */
  last: Move | null;
}

export interface MoveCalls {
  move: (of: Seen, body: NewMove) => Promise<OpportunityDetail>;
  read: (id: Id) => Promise<OpportunityDetail>;
  history: (id: Id) => Promise<{ items: OpportunityEvent[] }>;
  isRefusal: (error: unknown) => error is ApiFault;
  newKey: () => string;
  now: () => Date;
  /** False: somebody else may be signed in by now. */
  isSamePerson: () => boolean;
}

const isPending = ({ state }: Move) => state === 'sending' || state === 'waiting';

/** The newest of what is known, with the moves that are on their way. */
export function withMoves(
  opportunities: readonly Opportunity[],
  { known, moves }: Pick<Board, 'known' | 'moves'>,
): readonly Opportunity[] {
  if (known.size === 0 && moves.size === 0) return opportunities;
  return opportunities.map((listed) => {
    const fresh = known.get(listed.opportunity_id);
    const base = fresh !== undefined && fresh.version > listed.version ? fresh : listed;
    const move = moves.get(listed.opportunity_id);
    if (move === undefined || !isPending(move)) return base;
    return { ...base, stage: move.to, state: stateIn(move.to), stage_since: move.at };
  });
}

/** What must be asked before: a reason to end without a sale or to leave an end, an amount to win. */
export function needsFor(
  opportunity: Pick<Opportunity, 'stage' | 'amounts'>,
  to: Stage,
): { reason: boolean; amounts: boolean } {
  const had_ended = opportunity.stage.ends !== 'open';
  const { amounts } = opportunity;
  return {
    reason: to.ends === 'lost' || to.ends === 'no_decision' || had_ended,
    amounts: to.ends === 'won' && (amounts.length === 0 || amounts.some(({ assumed }) => assumed)),
  };
}

const pause_ms = 4_000;

export class MoveStore {
  #board: Board = { moves: new Map(), known: new Map(), last: null };
  #then = new Map<Id, Asked>();
  #watchers = new Set<() => void>();
  #timer: ReturnType<typeof setInterval> | undefined;
  #stopped = false;
  readonly #calls: MoveCalls;
  readonly #retry = () => this.retry();

  constructor(calls: MoveCalls) {
    this.#calls = calls;
  }

  board = (): Board => this.#board;

  subscribe = (watch: () => void): (() => void) => {
    this.#watchers.add(watch);
    return () => this.#watchers.delete(watch);
  };

  /** A second move of a card that is on its way goes after the first. */
  ask(opportunity: Opportunity, asked: Asked, undoes = false): Promise<void> {
    const id = opportunity.opportunity_id;
    const waiting = this.#board.moves.get(id);
    if (waiting !== undefined && isPending(waiting)) {
      this.#then.set(id, asked);
      return Promise.resolve();
    }
    if (opportunity.stage.stage_id === asked.to.stage_id) return Promise.resolve();
    const move: Move = {
      id,
      name: opportunity.name,
      from: opportunity.stage,
      at: this.#calls.now().toISOString(),
      version: this.#newest(opportunity).version,
      key: this.#calls.newKey(),
      undoes,
      state: 'sending',
      problem: null,
      news: [],
      ...asked,
    };
    return this.#send(move);
  }

  /** The other's change stays. */
  keepTheirs(id: Id): void {
    this.#drop(id);
  }

  /** Mine, on top of theirs: said by the person, with what is there now. */
  keepMine(id: Id): Promise<void> {
    const move = this.#board.moves.get(id);
    const known = this.#board.known.get(id);
    if (move === undefined || known === undefined) return Promise.resolve();
    this.#drop(id);
    const { to, reason, amounts } = move;
    return this.ask(known, {
      to,
      ...(reason !== undefined && { reason }),
      ...(amounts && { amounts }),
    });
  }

  dismiss(id: Id): void {
    this.#drop(id);
  }

  undo(reason: string): Promise<void> {
    const { last, known } = this.#board;
    const opportunity = last && known.get(last.id);
    this.#set({ last: null });
    if (!last || !opportunity) return Promise.resolve();
    return this.ask(opportunity, { to: last.from, reason }, true);
  }

  forgetLast(): void {
    if (this.#board.last !== null) this.#set({ last: null });
  }

  /** What the server said elsewhere on the page. */
  learn(opportunity: Known): void {
    const known = new Map(this.#board.known).set(opportunity.opportunity_id, opportunity);
    this.#set({ known });
  }

  retry(): void {
    for (const move of this.#board.moves.values()) {
      if (move.state === 'waiting') void this.#send(move);
    }
  }

  /** Nothing more leaves: the next session may be somebody else's. */
  stop(): void {
    this.#stopped = true;
    this.#watch(false);
  }

  #newest(opportunity: Opportunity): Opportunity {
    const known = this.#board.known.get(opportunity.opportunity_id);
    return known !== undefined && known.version > opportunity.version ? known : opportunity;
  }

  async #send(asked: Move): Promise<void> {
    if (this.#stopped || !this.#calls.isSamePerson()) return;
    const move: Move = { ...asked, state: 'sending' };
    this.#put(move);
    const { id, version, key, to, reason, amounts } = move;
    const body = {
      stage: to.stage_id,
      ...(reason !== undefined && { reason }),
      ...(amounts && { amounts }),
    };
    try {
      const detail = await this.#calls.move({ opportunity: id, version, key }, body);
      this.#moved(move, detail);
    } catch (error) {
      if (hasCode(error, 'opportunity.changed')) await this.#conflict(move);
      else if (this.#calls.isRefusal(error)) this.#refused(move, error.problem);
      else this.#put({ ...move, state: 'waiting' });
    }
  }

  #moved(move: Move, detail: OpportunityDetail): void {
    const moves = new Map(this.#board.moves);
    moves.delete(move.id);
    const known = new Map(this.#board.known).set(move.id, detail);
    this.#set({ moves, known, last: move.undoes ? null : move });
    const then = this.#then.get(move.id);
    this.#then.delete(move.id);
    if (then) void this.ask(detail, then);
  }

  #refused(move: Move, problem: Problem): void {
    this.#then.delete(move.id);
    this.#put({ ...move, state: 'refused', problem });
  }

  /** Somebody was faster: what it is now, and what they did. */
  async #conflict(move: Move): Promise<void> {
    this.#then.delete(move.id);
    try {
      const [detail, history] = await Promise.all([
        this.#calls.read(move.id),
        this.#calls.history(move.id),
      ]);
      this.learn(detail);
      if (detail.stage.stage_id === move.to.stage_id && move.to.ends === 'open') {
        this.#drop(move.id);
        return;
      }
      const news = history.items.filter(({ seq }) => seq > move.version);
      this.#put({ ...move, from: detail.stage, state: 'conflict', news });
    } catch {
      this.#put({ ...move, state: 'waiting' });
    }
  }

  #put(move: Move): void {
    this.#set({ moves: new Map(this.#board.moves).set(move.id, move) });
  }

  #drop(id: Id): void {
    const moves = new Map(this.#board.moves);
    moves.delete(id);
    this.#set({ moves });
  }

  #set(part: Partial<Board>): void {
    this.#board = { ...this.#board, ...part };
    const waits = [...this.#board.moves.values()].some(({ state }) => state === 'waiting');
    this.#watch(waits && !this.#stopped);
    for (const watch of this.#watchers) watch();
  }

  #watch(waiting: boolean): void {
    if (waiting === (this.#timer !== undefined)) return;
    if (waiting) {
      this.#timer = setInterval(this.#retry, pause_ms);
      window.addEventListener('online', this.#retry);
    } else {
      clearInterval(this.#timer);
      this.#timer = undefined;
      window.removeEventListener('online', this.#retry);
    }
  }
}
