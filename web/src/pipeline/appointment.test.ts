import { describe, expect, it } from 'vitest';
import type { Appointment } from '../api/appointmentTypes';
import type { Instant } from '../api/types';
import {
  answersTo,
  endOf,
  hasBegun,
  inOrder,
  isWebAddress,
  neverAsked,
  nextStepOf,
  takenBy,
  timesByDay,
} from './appointment';

const at = (hour: string) => `2026-11-25T${hour}:00Z`;
const time = (starts_at: Instant) => ({ starts_at, ends_at: endOf(starts_at, 60) });

function appointment(id: string, hour: string, more: Partial<Appointment> = {}) {
  return {
    appointment_id: id,
    state: 'set' as Appointment['state'],
    needs_outcome: false,
    ...time(at(hour)),
    ...more,
  };
}

it('offers free times by day, the earliest first', () => {
  const times = [time('2026-11-24T21:00:00Z'), time('2026-11-24T22:30:00Z'), time(at('09:00'))];
  const sofia = (when: Instant) =>
    new Date(new Date(when).getTime() + 7_200_000).toISOString().slice(0, 10);
  expect(timesByDay(times, sofia)).toEqual([
    { day: '2026-11-24', times: [times[0]] },
    { day: '2026-11-25', times: [times[1], times[2]] },
  ]);
});

describe('a time that is taken', () => {
  const all = [
    appointment('1', '09:00'),
    appointment('2', '11:00', { state: 'cancelled' }),
    appointment('3', '13:00', { state: 'held' }),
  ];
  it.each([
    [at('09:30'), 30, '1'],
    [at('08:30'), 31, '1'],
    [at('12:30'), 60, '3'],
  ])('%s for %i minutes meets %s', (when, minutes, id) =>
    expect(takenBy(all, when, minutes)?.appointment_id).toBe(id),
  );
  it.each([
    [at('08:00'), 60],
    [at('10:00'), 60],
    [at('11:00'), 60],
  ])('%s for %i minutes is free', (when, minutes) =>
    expect(takenBy(all, when, minutes)).toBeUndefined(),
  );
  it('is not taken by the one that is moved', () =>
    expect(takenBy(all, at('09:30'), 30, '1')).toBeUndefined());
});

it('has begun from its first minute on', () => {
  expect(hasBegun(time(at('09:00')), new Date(at('08:59')))).toBe(false);
  expect(hasBegun(time(at('09:00')), new Date(at('09:00')))).toBe(true);
});

it('stands with what waits first, then what comes, then what is over, the last one first', () => {
  const all = [
    appointment('early', '08:00', { state: 'held' }),
    appointment('late', '12:00', { state: 'cancelled' }),
    appointment('second', '16:00'),
    appointment('first', '15:00'),
    appointment('waits', '09:00', { needs_outcome: true }),
  ];
  expect(inOrder(all).map(({ appointment_id }) => appointment_id)).toEqual([
    'waits',
    'first',
    'second',
    'late',
    'early',
  ]);
});

it('takes a next step as a whole, or none', () => {
  const instant = (wall: string) => `${wall}:00Z`;
  expect(nextStepOf({ what: ' ', due: '' }, instant)).toEqual({});
  expect(nextStepOf({ what: 'Call', due: '' }, instant)).toBeNull();
  expect(nextStepOf({ what: '', due: '2026-11-26T09:00' }, instant)).toBeNull();
  expect(nextStepOf({ what: ' Call ', due: '2026-11-26T09:00' }, instant)).toEqual({
    next_step: { what: 'Call', due_at: '2026-11-26T09:00:00Z' },
  });
});

it('asks what nobody asked; unknown is an answer', () => {
  const line = { ground: 'unknown' as const, note: null };
  const asked = neverAsked({
    qualification: [
      { ...line, question: 'budget', asked: true },
      { ...line, question: 'need', asked: false },
      { ...line, question: 'timeframe', asked: false },
    ],
  });
  expect(asked).toEqual(['need', 'timeframe']);
  expect(answersTo(asked, { need: 'unknown', budget: 'said' })).toEqual({
    given: [{ question: 'need', ground: 'unknown' }],
    open: ['timeframe'],
  });
});

it('knows a room on the web', () => {
  expect(isWebAddress('https://meet.example/room')).toBe(true);
  expect(isWebAddress('Sofia, Main Street 1')).toBe(false);
  expect(isWebAddress('javascript:alert(1)')).toBe(false);
});
