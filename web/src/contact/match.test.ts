import { describe, expect, it } from 'vitest';
import { matches } from './match';

const contact = {
  name: 'Petar Iliev',
  account_name: 'Brightwater Dental',
  phone: '+359 2 555 0101',
};

describe('a contact', () => {
  it.each([
    'p',
    'ili',
    'bri',
    'DEN',
    'petar il',
    'iliev pet',
    'petar bright',
    'petar 359',
    '3592',
    '+359 2 555',
    '(359) 2-555.01',
    '',
    ' ',
  ])('is found by %j', (typed) => {
    expect(matches(contact, typed)).toBe(true);
  });

  it.each(['etar', 'water', '0101', 'petar newman', 'petar iliev x', '359 3', '?'])(
    'is not found by %j',
    (typed) => {
      expect(matches(contact, typed)).toBe(false);
    },
  );

  it('is found without accents', () => {
    expect(matches({ name: 'Bence Kovács', account_name: null, phone: null }, 'kovac')).toBe(true);
    expect(matches({ name: 'Omar Haddad', account_name: null, phone: null }, 'hád')).toBe(true);
  });

  it('is found by a sharp s or two', () => {
    const karl = { name: 'Karl Weiß', account_name: null, phone: null };
    expect(matches(karl, 'weiss')).toBe(true);
    expect(matches(karl, 'Weiß')).toBe(true);
  });

  it('is found by Arabic letters that are typed alike', () => {
    expect(matches({ name: 'أحمد علي', account_name: null, phone: null }, 'احمد')).toBe(true);
    expect(matches({ name: 'شركة النور', account_name: null, phone: null }, 'شركه')).toBe(true);
  });
});
