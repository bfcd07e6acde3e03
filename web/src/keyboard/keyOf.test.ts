import { describe, expect, it } from 'vitest';
import { isTyping, shortcutOf } from './keyOf';

describe('a shortcut', () => {
  it.each([
    ['l', 'KeyL', 'l'],
    ['L', 'KeyL', 'l'],
    ['م', 'KeyL', 'l'],
    ['لا', 'KeyB', 'b'],
    ['?', 'Slash', '?'],
    ['[', 'BracketLeft', '['],
    ['ج', 'BracketLeft', '['],
    ['د', 'BracketRight', ']'],
    ['ü', 'BracketLeft', '['],
    ['Dead', 'BracketRight', ']'],
    ['-', 'BracketRight', '-'],
    ['Enter', 'Enter', 'Enter'],
    ['a', 'KeyQ', 'a'],
  ])('%s on %s is %s', (key, code, shortcut) => {
    expect(shortcutOf({ key, code })).toBe(shortcut);
  });
});

it('knows fields from buttons', () => {
  expect(isTyping(document.createElement('input'))).toBe(true);
  expect(isTyping(document.createElement('button'))).toBe(false);
  expect(isTyping(null)).toBe(false);
});
