import { describe, expect, it, vi } from 'vitest';
import { ApiFault, type Problem, Unreachable } from '../api/fault';
import type { Seen } from '../api/pipelineCalls';
import type { NewMove, OpportunityDetail, OpportunityEvent, Stage } from '../api/pipelineTypes';
import { isRefusal } from '../activity/outbox';
import { MoveStore, needsFor, withMoves } from './moves';

const stage = (stage_id: string, ends: Stage['ends'] = 'open'): Stage => ({
  stage_id,
  key: stage_id,
  name: `Stage ${stage_id}`,
  ends,
  active: true,
});

const at = (stage_id: string, version: number): OpportunityDetail => ({
  opportunity_id: '5',
  key: null,
  name: 'Alder',
  account: null,
  contact: null,
  rep: { rep_id: '3', name: 'Elena' },
  pipeline_id: '9',
  stage: stage(stage_id),
  state: 'open',
  origin: null,
  source: null,
  created_at: '2026-11-01T08:00:00Z',
  stage_since: '2026-11-01T08:00:00Z',
  ended_at: null,
  end_reason: null,
  amounts: [],
  value: null,
  why_no_value: null,
  close_day: null,
  pushes: 0,
  next_step: null,
  needs_next_step: true,
  version,
  changed_at: '2026-11-01T08:00:00Z',
  people: [],
  qualification: [],
  next_steps: [],
  shares: [],
});

const refused = (code: string, status = 409) => {
  const problem: Problem = { status, code, title: '', detail: '', faults: [], retry_after_s: null };
  return new ApiFault(problem);
};

function storeWith(move: (of: Seen, body: NewMove) => Promise<OpportunityDetail>) {
  let keys = 0;
  const read = vi.fn(async () => at('3', 4));
  const event = { seq: 4, kind: 'stage_move' } as OpportunityEvent;
  const old = { seq: 2, kind: 'stage_move' } as OpportunityEvent;
  const store = new MoveStore({
    move,
    read,
    history: async () => ({ items: [event, old] }),
    isRefusal,
    newKey: () => `key ${++keys}`,
    now: () => new Date('2026-11-22T10:00:00Z'),
    isSamePerson: () => true,
  });
  return store;
}

const shown = (store: MoveStore) => withMoves([at('1', 3)], store.board())[0]?.stage.stage_id;

describe('a move', () => {
  it('that is refused by the network after the end is not tried again', async () => {
    vi.useFakeTimers();
    try {
      const move = vi.fn(async (): Promise<OpportunityDetail> => Promise.reject(new Unreachable()));
      const store = storeWith(move);
      const sent = store.ask(at('1', 3), { to: stage('2') });
      store.stop();
      await sent;
      expect(vi.getTimerCount()).toBe(0);
      expect(move).toHaveBeenCalledTimes(1);
    } finally {
      vi.useRealTimers();
    }
  });

  it('is shown at once, and names the version that was seen', async () => {
    const move = vi.fn(async () => at('2', 4));
    const store = storeWith(move);
    const sent = store.ask(at('1', 3), { to: stage('2') });
    expect(shown(store)).toBe('2');
    await sent;
    expect(move).toHaveBeenCalledWith(
      { opportunity: '5', version: 3, key: 'key 1' },
      { stage: '2' },
    );
    expect(shown(store)).toBe('2');
    expect(store.board().moves.size).toBe(0);
  });

  it('is kept without a network, and sent again with the same key', async () => {
    const move = vi.fn(async (): Promise<OpportunityDetail> => Promise.reject(new Unreachable()));
    const store = storeWith(move);
    await store.ask(at('1', 3), { to: stage('2') });
    expect(store.board().moves.get('5')?.state).toBe('waiting');
    expect(shown(store)).toBe('2');
    move.mockResolvedValueOnce(at('2', 4));
    store.retry();
    await vi.waitFor(() => expect(store.board().moves.size).toBe(0));
    expect(move.mock.calls.map(([of]: unknown[]) => (of as Seen).key)).toEqual(['key 1', 'key 1']);
    store.stop();
  });

  it('of what somebody else changed shows theirs, and tells what they did', async () => {
    const move = vi.fn(async (): Promise<OpportunityDetail> =>
      Promise.reject(refused('opportunity.changed')),
    );
    const store = storeWith(move);
    await store.ask(at('1', 3), { to: stage('2') });
    expect(shown(store)).toBe('3');
    const told = store.board().moves.get('5');
    expect(told?.state).toBe('conflict');
    expect(told?.news.map(({ seq }) => seq)).toEqual([4]);

    move.mockResolvedValueOnce(at('2', 5));
    await store.keepMine('5');
    expect(move.mock.calls.at(-1)?.[0 as never]).toEqual({
      opportunity: '5',
      version: 4,
      key: 'key 2',
    });
    expect(shown(store)).toBe('2');
  });

  it('that is refused puts the card back with the reason', async () => {
    const store = storeWith(async () => Promise.reject(refused('opportunity.ended')));
    await store.ask(at('1', 3), { to: stage('2') });
    expect(shown(store)).toBe('1');
    expect(store.board().moves.get('5')?.problem?.code).toBe('opportunity.ended');
    store.dismiss('5');
    expect(store.board().moves.size).toBe(0);
  });

  it('after another that is on its way follows it', async () => {
    const move = vi.fn(async (_: Seen, body: NewMove) =>
      at(body.stage, body.stage === '2' ? 4 : 5),
    );
    const store = storeWith(move);
    const first = store.ask(at('1', 3), { to: stage('2') });
    void store.ask(at('1', 3), { to: stage('3') });
    await first;
    await vi.waitFor(() => expect(store.board().known.get('5')?.version).toBe(5));
    expect(move.mock.calls.map(([of, body]) => [of.version, body.stage])).toEqual([
      [3, '2'],
      [4, '3'],
    ]);
  });

  it('is taken back to where it was', async () => {
    const move = vi.fn(async (_: Seen, body: NewMove) =>
      at(body.stage, body.stage === '2' ? 4 : 5),
    );
    const store = storeWith(move);
    await store.ask(at('1', 3), { to: stage('2') });
    expect(store.board().last?.to.stage_id).toBe('2');
    await store.undo('back');
    expect(move).toHaveBeenLastCalledWith(
      { opportunity: '5', version: 4, key: 'key 2' },
      { stage: '1', reason: 'back' },
    );
    expect(store.board().last).toBeNull();
  });

  it('is not sent for somebody else', async () => {
    const move = vi.fn(async () => at('2', 4));
    const store = storeWith(move);
    store.stop();
    await store.ask(at('1', 3), { to: stage('2') });
    expect(move).not.toHaveBeenCalled();
  });
});

it('asks before only for what a stage requires', () => {
  expect(needsFor(at('1', 1), stage('2'))).toEqual({ reason: false, amounts: false });
  expect(needsFor(at('1', 1), stage('2', 'lost'))).toEqual({ reason: true, amounts: false });
  expect(needsFor(at('1', 1), stage('2', 'won'))).toEqual({ reason: false, amounts: true });
  const lost = { stage: stage('1', 'lost'), amounts: [] };
  expect(needsFor(lost, stage('2'))).toEqual({ reason: true, amounts: false });
  expect(needsFor(lost, stage('2', 'won'))).toEqual({ reason: true, amounts: true });
});
