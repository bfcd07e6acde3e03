// A person as the fields of a form have them, and as the document of apply takes them.
import type { PersonDefinition } from '../api/setUpTypes';
import type { Day, Role } from '../api/types';

export interface PersonDraft {
  name: string;
  email: string;
  role: Role;
  team: string;
  calendar: string;
  zone: string;
  joined: Day | '';
  ramp: string;
  ramp_from: Day | '';
  /** Own telephone numbers, one a line. */
  phones: string;
}

export const newPerson: PersonDraft = {
  name: '',
  email: '',
  role: 'rep',
  team: '',
  calendar: '',
  zone: '',
  joined: '',
  ramp: '',
  ramp_from: '',
  phones: '',
};

export function draftOf(person: PersonDefinition): PersonDraft {
  return {
    name: person.name,
    email: person.email,
    role: person.role ?? 'rep',
    team: person.team ?? '',
    calendar: person.calendar ?? '',
    zone: person.zone ?? '',
    joined: person.joined ?? '',
    ramp: person.ramp ?? '',
    ramp_from: person.ramp_from ?? '',
    phones: (person.phones ?? []).join('\n'),
  };
}

/** One a line, or between commas and semicolons. */
export const phonesIn = (text: string): string[] =>
  text
    .split(/[\n,;]/)
    .map((phone) => phone.trim())
    .filter((phone) => phone !== '');

const isSame = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every((each, at) => each === others[at]);

/** What is left empty is left out: it stays as it is, or takes what is usual. */
function ownMembers(draft: PersonDraft): PersonDefinition {
  const { role, calendar, zone, joined, ramp, ramp_from } = draft;
  return {
    email: draft.email.trim(),
    name: draft.name.trim(),
    role,
    ...(calendar !== '' && { calendar }),
    ...(zone !== '' && { zone: zone.trim() }),
    ...(joined !== '' && { joined }),
    ...(ramp !== '' && { ramp }),
    ...(ramp !== '' && ramp_from !== '' && { ramp_from }),
  };
}

export function addedPerson(draft: PersonDraft): PersonDefinition {
  return { ...ownMembers(draft), ...(draft.team !== '' && { team: draft.team }) };
}

/** The team stays out: a move has its own day. */
export function changedPerson(draft: PersonDraft, known: PersonDefinition): PersonDefinition {
  const phones = phonesIn(draft.phones);
  return {
    ...ownMembers(draft),
    email: known.email,
    active: known.active ?? true,
    ...(!isSame(phones, known.phones ?? []) && { phones }),
    ...(known.left && { left: known.left }),
  };
}

/** To another team from a day on; everything else stays. */
export function movedPerson(known: PersonDefinition, team: string, from: Day): PersonDefinition {
  return { ...changedPerson(draftOf(known), known), team, from };
}

export interface NamedLine {
  name: string;
  email: string;
}

/**
 * One person a line: "Ann Adams, ann@acme.example", "Ann Adams <ann@acme.example>", or two columns of a sheet. The number
 * of the first line that is none of them when there is one.
 */
export function peopleIn(text: string): NamedLine[] | number {
  const people: NamedLine[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const email = /[^\s,;<>]+@[^\s,;<>]+/.exec(line)?.[0];
    const name =
      email &&
      line
        .replace(email, '')
        .replaceAll(/[<>,;\t]/g, ' ')
        .trim();
    if (!email || !name) return index + 1;
    people.push({ name: name.replaceAll(/\s+/g, ' '), email });
  }
  return people;
}
