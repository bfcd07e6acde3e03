import { describe, expect, it } from 'vitest';
import { moveInCells } from './cellMoves';
import { calls, pace, team, totalOf, nothingToSay } from '../../test/fixtures';
import {
  columnSum,
  pausedCount,
  rowsWith,
  teamColumns,
  teamRows,
  toneCounts,
  toneOfCell,
} from './teamRows';

const names = (rows: readonly { rep_name: string }[]) => rows.map(({ rep_name }) => rep_name);

describe('teamRows', () => {
  it('puts who is behind in most first, then the lowest chance', () => {
    expect(names(teamRows(team, 'risk'))).toEqual([
      'Bence Kovács',
      'Elena Petrova',
      'Ivan Smirnov',
    ]);
    const tie = [
      { rep_id: '1', rep_name: 'A', today: nothingToSay, quotas: [{ ...pace, p_reach: 0.3 }] },
      { rep_id: '2', rep_name: 'B', today: nothingToSay, quotas: [{ ...pace, p_reach: 0.1 }] },
    ];
    expect(names(teamRows(tie, 'risk'))).toEqual(['B', 'A']);
  });

  it('sorts by the chance of one column, who does not have it last', () => {
    const some = [...team, { rep_id: '9', rep_name: 'Anna Nagy', today: nothingToSay, quotas: [] }];
    expect(names(teamRows(some, { quota_id: '7' }))).toEqual([
      'Bence Kovács',
      'Elena Petrova',
      'Ivan Smirnov',
      'Anna Nagy',
    ]);
  });

  it('does not take a paused quota for a bad one', () => {
    const paused = { ...pace, state: 'excused' as const, p_reach: 0, amount: 0 };
    const [row] = teamRows(
      [{ rep_id: '1', rep_name: 'A', today: nothingToSay, quotas: [paused] }],
      'risk',
    );
    expect(row).toMatchObject({ behind: 0, lowest: 1 });
    expect(toneOfCell(paused)).toBeNull();
    expect(
      pausedCount([{ rep_id: '1', rep_name: 'A', today: nothingToSay, quotas: [paused] }]),
    ).toBe(1);
  });

  it('keeps the rows that have a tone', () => {
    expect(names(rowsWith(teamRows(team, 'risk'), 'behind'))).toEqual([
      'Bence Kovács',
      'Elena Petrova',
    ]);
    expect(rowsWith(teamRows(team, 'risk'), null)).toHaveLength(3);
  });
});

describe('columns', () => {
  it('are all quotas of all reps, once, by name', () => {
    expect(teamColumns(team).map(({ name }) => name)).toEqual([
      'Outbound calls',
      'Retirement contacts',
    ]);
    expect(teamColumns([])).toEqual([]);
  });

  it('count tones', () => {
    expect(toneCounts(team)).toEqual({ behind: 3, on: 0, ahead: 3 });
  });

  it('add up, and compare with what is expected of all', () => {
    const sum = columnSum(team, [totalOf(calls, 599)], calls.quota_id);
    expect(sum).toMatchObject({ counted: 599, amount: 750, distinct: false });
    expect(sum?.ratio).toBeCloseTo(599 / 600);
    expect(columnSum(team, [], calls.quota_id)).toBeNull();
    expect(columnSum(team, undefined, calls.quota_id)).toBeNull();
  });

  it('has no pace of the team where each contact counts once', () => {
    const once = { ...totalOf(calls, 40), unit: 'contacts' as const };
    expect(columnSum(team, [once], calls.quota_id)).toMatchObject({ distinct: true, ratio: null });
  });
});

describe('moveInCells', () => {
  const table = document.createElement('table');
  table.innerHTML = [1, 2]
    .map(
      (row) =>
        `<tr data-row><td><a data-primary href="#">n${row}</a></td><td><button data-figure>a${row}</button></td><td><button data-figure>b${row}</button></td></tr>`,
    )
    .join('');
  document.body.append(table);
  const focus = (text: string) =>
    [...table.querySelectorAll<HTMLElement>('a, button')]
      .find((each) => each.textContent === text)
      ?.focus();
  const move = (key: string, rtl = false) => {
    const moved = moveInCells(table, document.activeElement, key, rtl);
    return moved ? document.activeElement?.textContent : null;
  };

  it('goes through the figures by arrows', () => {
    focus('n1');
    expect(
      ['ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowUp', 'ArrowUp'].map((key) =>
        move(key),
      ),
    ).toEqual(['a1', 'a2', 'b2', 'b2', 'b1', 'b1']);
  });

  it('is mirrored from right to left', () => {
    focus('a1');
    expect(move('ArrowLeft', true)).toBe('b1');
  });

  it('leaves other keys and other places to the page', () => {
    focus('a1');
    expect(move('Enter')).toBeNull();
    document.body.focus();
    expect(moveInCells(table, document.body, 'ArrowDown', false)).toBe(false);
  });
});
