import { describe, expect, it } from 'vitest';
import { lastPeriod } from './lastPeriod';

describe('the period before the running one', () => {
  it('is that of the calendar', () => {
    expect(lastPeriod('day', '2026-03-01', 1).key).toBe('2026-02-28');
    expect(lastPeriod('month', '2026-01-31', 1).key).toBe('2025-12');
    expect(lastPeriod('month', '2026-11-22', 1).key).toBe('2026-10');
    expect(lastPeriod('quarter', '2026-02-01', 1).key).toBe('2025-Q4');
    expect(lastPeriod('quarter', '2026-11-22', 1).key).toBe('2026-Q3');
  });

  it('has the ISO number of its week', () => {
    expect(lastPeriod('week', '2026-11-22', 1).key).toBe('2026-W46'); // a Sunday
    expect(lastPeriod('week', '2026-11-23', 1).key).toBe('2026-W47'); // a Monday
    expect(lastPeriod('week', '2026-01-05', 1).key).toBe('2026-W01'); // 29 December to 4 January
    expect(lastPeriod('week', '2027-01-04', 1).key).toBe('2026-W53');
  });

  it('begins on Sunday where weeks do', () => {
    expect(lastPeriod('week', '2026-11-22', 0).key).toBe('2026-W47'); // 15 to 21 November
    expect(lastPeriod('week', '2026-11-21', 0).key).toBe('2026-W46');
  });
});

describe('the days of the period before', () => {
  it('are half-open and touch the running one', () => {
    expect(lastPeriod('day', '2026-03-01', 1)).toEqual({
      key: '2026-02-28',
      from: '2026-02-28',
      to: '2026-03-01',
    });
    expect(lastPeriod('week', '2026-11-22', 1)).toEqual({
      key: '2026-W46',
      from: '2026-11-09',
      to: '2026-11-16',
    });
    expect(lastPeriod('month', '2026-01-31', 1)).toEqual({
      key: '2025-12',
      from: '2025-12-01',
      to: '2026-01-01',
    });
    expect(lastPeriod('quarter', '2026-02-01', 1)).toEqual({
      key: '2025-Q4',
      from: '2025-10-01',
      to: '2026-01-01',
    });
  });
});
