import { describe, expect, it } from 'vitest';
import { matches } from './match';

const contact = {
  name: 'Petar Iliev',
  account_name: 'Brightwater Dental',
  phone: '+359 2 555 0101',
};

describe('a contact', () => {
  it.each(['p', 'ili', 'bri', 'DEN', 'petar il', '3592', ''])('is found by %j', (typed) => {
    expect(matches(contact, typed)).toBe(true);
  });

  it.each(['etar', 'water', '0101', 'iliev petar'])('is not found by %j', (typed) => {
    expect(matches(contact, typed)).toBe(false);
  });

  it('is found without accents', () => {
    expect(matches({ name: 'Bence Kovács', account_name: null, phone: null }, 'kovac')).toBe(true);
    expect(matches({ name: 'Omar Haddad', account_name: null, phone: null }, 'hád')).toBe(true);
  });

  it('is found by Arabic letters that are typed alike', () => {
    expect(matches({ name: 'أحمد علي', account_name: null, phone: null }, 'احمد')).toBe(true);
    expect(matches({ name: 'شركة النور', account_name: null, phone: null }, 'شركه')).toBe(true);
  });
});
