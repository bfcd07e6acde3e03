import { expect, it } from 'vitest';
import { wordsIn } from '../../test/words';
import { offWords } from './offWords';

it.each([
  [{ kind: 'work' as const, name: 'Christmas Eve' }, null],
  [{ kind: 'holiday' as const, name: 'Christmas Day' }, 'Christmas Day'],
  [{ kind: 'holiday' as const, name: null }, 'holiday'],
  [{ kind: 'leave' as const, name: 'Christmas Eve' }, 'away'],
  [{ kind: 'off' as const, name: null }, 'off'],
  [{ kind: 'not_asked' as const, name: 'Christmas Day' }, 'nothing asked'],
])('%j is %j', async (day, said) => {
  expect(offWords(day, await wordsIn('en'))).toBe(said);
});
