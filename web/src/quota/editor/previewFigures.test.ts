import { describe, expect, it } from 'vitest';
import type { PreviewRep } from '../../api/types';
import { reachedBefore } from './previewFigures';

const rep = (grade: PreviewRep['before']['grade'], excused = false) =>
  ({ before: { grade, excused } }) as PreviewRep;

describe('reachedBefore', () => {
  it('counts quota and stretch, not the floor, and nobody who was excused', () => {
    const reps = [rep('quota'), rep('stretch'), rep('floor'), rep(null), rep(null, true)];
    expect(reachedBefore(reps)).toEqual({ reached: 2, asked: 4 });
    expect(reachedBefore([])).toEqual({ reached: 0, asked: 0 });
  });
});
