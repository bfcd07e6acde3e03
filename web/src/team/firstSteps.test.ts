import { describe, expect, it } from 'vitest';
import { firstSteps } from './firstSteps';
import { weekdayHead } from './monthGrid';

const admin = { invited: false, active: true };
const waiting = { invited: true, active: true };
const empty = { calendars: [{ name: 'Standard', days: [] }], teams: [] };

const undone = (...asked: Parameters<typeof firstSteps>) =>
  firstSteps(...asked)
    .filter(({ done }) => !done)
    .map(({ key }) => key);

describe('the first steps', () => {
  it('are all to do in an empty company', () => {
    expect(undone(empty, [admin], 0)).toEqual([
      'calendar',
      'team',
      'people',
      'quota',
      'invitations',
    ]);
  });

  it('end with the invitations', () => {
    const company = {
      calendars: [{ name: 'BG', days: [{ day: '2026-03-03', minutes: 0 }] }],
      teams: [{ name: 'North' }],
    };
    expect(undone(company, [admin, waiting], 1)).toEqual(['invitations']);
    expect(undone(company, [admin, admin], 1)).toEqual([]);
  });

  it('wait for nobody who has left', () => {
    const gone = { invited: true, active: false };
    expect(undone(empty, [admin, gone], 0)).not.toContain('invitations');
  });
});

describe('the head of a day', () => {
  it('is short as it is, else one letter without the article', () => {
    expect(['Mon', 'пн', 'hën', 'Sze', 'الاثنين', 'السبت'].map(weekdayHead)).toEqual([
      'Mon',
      'пн',
      'hën',
      'Sze',
      'ا',
      'س',
    ]);
  });
});
