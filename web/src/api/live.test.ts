import { describe, expect, it } from 'vitest';
import { keys } from './keys';
import { keysTouchedBy } from './live';

describe('a change', () => {
  it('touches the figures that its words feed', () => {
    expect(keysTouchedBy(['activity'])).toContainEqual(keys.pace);
    expect(keysTouchedBy(['signal'])).not.toContainEqual(keys.activities);
  });

  it('of a word that this page does not know touches everything', () => {
    expect(keysTouchedBy(['activity', 'calendar'])).toEqual([[]]);
  });
});
