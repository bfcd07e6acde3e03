import { describe, expect, it } from 'vitest';
import {
  addedPerson,
  changedPerson,
  draftOf,
  movedPerson,
  newPerson,
  peopleIn,
  phonesIn,
} from './personDraft';

const known = {
  email: 'ann@acme.example',
  name: 'Ann Adams',
  role: 'manager',
  zone: 'Europe/Sofia',
  calendar: 'Office',
  team: 'North',
  active: true,
  joined: '2026-01-12',
  left: null,
  ramp: null,
} as const;

describe('people from lines', () => {
  it('takes the ways in which people are written', () => {
    const text =
      'Ann Adams, ann@acme.example\n\nBen  Bell <ben@acme.example>\nCarla\tcarla@acme.example\n"Д. К."; d@acme.example';
    expect(peopleIn(text)).toEqual([
      { name: 'Ann Adams', email: 'ann@acme.example' },
      { name: 'Ben Bell', email: 'ben@acme.example' },
      { name: 'Carla', email: 'carla@acme.example' },
      { name: '"Д. К."', email: 'd@acme.example' },
    ]);
  });

  it('names the first line that lacks something', () => {
    expect(peopleIn('Ann, ann@acme.example\nBen Bell')).toBe(2);
    expect(peopleIn('ann@acme.example')).toBe(1);
  });
});

describe('a person as apply takes it', () => {
  it('leaves out what is empty', () => {
    const draft = { ...newPerson, name: ' Ann ', email: 'ann@acme.example', team: 'North' };
    expect(addedPerson(draft)).toEqual({
      email: 'ann@acme.example',
      name: 'Ann',
      role: 'rep',
      team: 'North',
    });
  });

  it('changes nobody’s team, and keeps what the form does not have', () => {
    const left = { ...known, left: '2026-09-01', active: false };
    const changed = changedPerson({ ...draftOf(left), name: 'Ann A.' }, left);
    expect(changed).toEqual({
      email: 'ann@acme.example',
      name: 'Ann A.',
      role: 'manager',
      zone: 'Europe/Sofia',
      calendar: 'Office',
      joined: '2026-01-12',
      active: false,
      left: '2026-09-01',
    });
  });

  it('moves from a day on, with everything else as it was', () => {
    const moved = movedPerson(known, 'South', '2026-04-01');
    expect(moved).toMatchObject({ team: 'South', from: '2026-04-01', role: 'manager' });
    expect(moved).toMatchObject({ calendar: 'Office', joined: '2026-01-12', active: true });
  });

  it('begins a ramp on a day only with a ramp', () => {
    const draft = { ...newPerson, name: 'A', email: 'a@b.example', ramp_from: '2026-04-01' };
    expect(addedPerson(draft)).not.toHaveProperty('ramp_from');
    expect(addedPerson({ ...draft, ramp: 'New' })).toMatchObject({ ramp_from: '2026-04-01' });
  });
});

describe('the own numbers of a person', () => {
  it('stand one a line, or between commas', () => {
    expect(phonesIn(' +359 2 981 0000\n101, 102;\n')).toEqual(['+359 2 981 0000', '101', '102']);
  });

  it('are sent when they differ, also when all are taken away', () => {
    const ann = { ...known, phones: ['+35929810000', '101'] };
    const draft = draftOf(ann);
    expect(changedPerson(draft, ann)).not.toHaveProperty('phones');
    expect(changedPerson({ ...draft, phones: '' }, ann)).toMatchObject({ phones: [] });
    expect(changedPerson({ ...draft, phones: '101' }, ann)).toMatchObject({ phones: ['101'] });
  });
});
