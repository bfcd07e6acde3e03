// Every member of a mapping can be edited on the screen, and what is saved is what the program reads: the mapping that is
// made here stands, member by member, in tests/cases/import/from_the_page.test, which imports with it.
import { fireEvent, screen, within } from '@testing-library/react';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { useEffect, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { fakeServer } from '../../test/fakeServer';
import { renderIn } from '../../test/render';
import { AttributesCard } from './AttributesCard';
import { fieldsOf, intoOf, readMapping, withFormat, withInto, type Mapping } from './mapping';
import { MappingCard } from './MappingCard';
import { ReadingCard } from './ReadingCard';
import { RowsCard } from './RowsCard';

vi.setConfig({ testTimeout: 60_000 });

const root = join(import.meta.dirname, '../../..');
const columns = ['Id', 'Day', 'Time', 'End', 'Minutes', 'About', 'Trunk'];
const rows = [
  ['1', '30 Dec', '10:00', 'ok', '2,5', 'P', 'a'],
  ['2', '2 Jan', '10:10', 'gone', 'many', 'Q', 'b'],
];

function savedByThePage(): unknown {
  const text = readFileSync(join(root, 'tests/cases/import/from_the_page.test'), 'utf8');
  const [, mapping = ''] = /FILE from_the_page\.json\n([^]*?)\nEND\n/.exec(text) ?? [];
  return JSON.parse(mapping);
}

const screenOf = { mapping: { name: '', fields: {} } as Mapping };

function Editor({ begin }: { begin: Mapping }) {
  const [mapping, setMapping] = useState(begin);
  useEffect(() => {
    screenOf.mapping = mapping;
  }, [mapping]);
  const shared = {
    mapping,
    columns,
    rows,
    faultAt: () => undefined,
    onChange: setMapping,
  };
  return (
    <>
      <ReadingCard mapping={mapping} rows={[columns, ...rows]} onChange={setMapping} />
      <MappingCard {...shared} />
      <AttributesCard {...shared} />
      <RowsCard {...shared} />
    </>
  );
}

const call = {
  kind: 'call',
  label: null,
  client_facing: true,
  has_direction: true,
  has_duration: true,
  outcomes: [
    { outcome: 'answered', label: null },
    { outcome: 'no_answer', label: null },
  ],
};

async function edit(begin: Mapping) {
  fakeServer(({ path }) => [200, { items: path.startsWith('/kinds') ? [call] : [], next: null }]);
  await renderIn(<Editor begin={begin} />);
}

const isCalled = (words: string | null, label: string | RegExp) =>
  typeof label === 'string' ? words?.trim() === label : label.test(words ?? '');

/** By its label, as getByLabelText does, which takes a second each on so large a form. */
function field(label: string | RegExp, at: HTMLElement = document.body): HTMLElement {
  const labels = [...at.querySelectorAll('label')];
  const control = labels.find(({ textContent }) => isCalled(textContent, label))?.control;
  const called = [...at.querySelectorAll<HTMLElement>('[aria-label]')];
  const found = control ?? called.find((one) => isCalled(one.getAttribute('aria-label'), label));
  if (!found) throw new Error(`no field ${label}`);
  return found;
}
const say = (label: string | RegExp, value: string, at?: HTMLElement) =>
  fireEvent.change(field(label, at), { target: { value } });
const tick = (label: string | RegExp, at?: HTMLElement) => fireEvent.click(field(label, at));
/** The row of a member, by the name of its first list. */
const rowOf = (name: string | RegExp) => {
  const found = field(name).closest('li');
  if (found === null) throw new Error(`no row of ${name}`);
  return found;
};

const file_reading = () => {
  say('Encoding', 'windows_1251');
  say('Another sign between the values', '~');
  say('Decimal sign', ',');
  tick('The first row has the names of the columns');
  tick('The first row has the names of the columns');
};

const moment = () => {
  say(/^When it happened/, '+');
  const row = rowOf(/^When it happened/);
  tick('Day', row);
  tick('Time', row);
  say('Form of the date', 'd MMM HH:mm', row);
  say('Year of the first row', '2024', row);
};

const outcome = () => {
  say('Outcome', 'c:End');
  const row = rowOf('Outcome');
  say('“ok” stands for', 'answered', row);
  say('“gone” stands for', 'no_answer', row);
  say('Another word of the file', 'fault', row);
  fireEvent.click(within(row).getByText('Add the word'));
  say('A value that is not said here', '-', row);
  tick('The report says as what each word was read', row);
};

const others = () => {
  say('Duration', 'c:Minutes');
  say('Unit', 'minutes', rowOf('Duration'));
  tick(/^A value that cannot be read/, rowOf('Duration'));
  say('Topic', 'c:About');
  const row = rowOf('Topic');
  tick('The words of the file stand for others', row);
  say('“P” stands for', 'pensions', row);
  say('A value that is not said here', '=', row);
};

const attributes = () => {
  for (const name of ['Trunk', 'line', 'gone']) {
    say('Name of another word', name);
    fireEvent.click(screen.getByText('Add it'));
  }
  say('line', '=');
  say('In every row', '7', rowOf('line'));
  say('gone', '');
};

const whole = () => {
  say('Time zone of the file', 'Europe/Sofia');
  say('Whose they are, where a row names no rep', 'ann@acme.example');
  say('Name of the mapping', 'page');
  say('What the mapping is for', 'The switchboard of the second floor');
  tick('Id', screen.getByText('Columns that name a row').closest('details') ?? undefined);
};

describe('a mapping that is made on the screen', () => {
  it('is the one with which the command line imports', async () => {
    await edit({
      name: 'file',
      into: 'activities',
      format: 'csv',
      encoding: 'utf_8',
      rep: 'ben@acme.example',
      fields: { kind: { constant: 'call' } },
    });
    await screen.findAllByText('Call', { selector: 'option' });
    file_reading();
    moment();
    outcome();
    others();
    attributes();
    whole();
    expect(JSON.parse(JSON.stringify(screenOf.mapping, null, 2))).toEqual(savedByThePage());
  });

  it('may say of call records that they are matched, and of an export that its ids are known', async () => {
    await edit({ name: 'file', fields: { kind: { constant: 'call' } } });
    tick(/^The rows are call records/);
    tick(/^Paceline exported this file/);
    expect(screenOf.mapping).toMatchObject({ match: 'numbers', exported: true });
    tick(/^The rows are call records/);
    tick(/^Paceline exported this file/);
    expect(screenOf.mapping).toEqual({ name: 'file', fields: { kind: { constant: 'call' } } });
  });

  it('takes back what it said', async () => {
    const begin: Mapping = {
      name: 'file',
      fields: {
        kind: { constant: 'call' },
        topic: { column: 'About', values: { P: 'pensions' }, otherwise: '', optional: true },
      },
    };
    await edit(begin);
    const row = rowOf('Topic');
    tick('The words of the file stand for others', row);
    tick(/^A value that cannot be read/, row);
    expect(screenOf.mapping.fields.topic).toEqual({ column: 'About' });
    say('Topic', '');
    expect(screenOf.mapping.fields).toEqual({ kind: { constant: 'call' } });
  });
});

const textOf = (name: string) => readFileSync(join(root, 'mappings', name), 'utf8');

function readFrom(name: string): Mapping {
  const read = readMapping(textOf(name));
  if (read === null) throw new Error(`${name} is no mapping`);
  return read;
}

describe('a mapping that is loaded', () => {
  it('leaves as it came', () => {
    const names = readdirSync(join(root, 'mappings')).filter((name) => name.endsWith('.json'));
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) {
      expect(JSON.parse(JSON.stringify(readFrom(name)))).toEqual(JSON.parse(textOf(name)));
    }
  });

  it.each(['crm-opportunities.json', 'call-records-matched.json', 'paceline-activities.json'])(
    '%s stands on the screen as it is, with columns that this file does not have',
    async (name) => {
      const read = readFrom(name);
      await edit(read);
      expect(screenOf.mapping).toEqual(read);
      for (const { column } of Object.values(read.fields)) {
        if (column === undefined) continue;
        expect(screen.getAllByDisplayValue(`column: ${column}`).length).toBeGreaterThan(0);
      }
    },
  );
});

describe('the members of records', () => {
  it('are those that the program reads', () => {
    const source = readFileSync(join(root, 'src/importer/record_fields.cpp'), 'utf8');
    const lists = [...source.matchAll(/kOf(\w+)\{([^;]*?)\};/g)].map(([, list, text = '']) => {
      const read = [...text.matchAll(/"(\w+)"/g)].map(([, each]) => each);
      return [list?.replace(/(?<=[a-z])L/, '_l').toLowerCase(), read.toSorted()] as const;
    });
    const own = Object.entries(fieldsOf).map(([into, all]) => [into, [...all].toSorted()] as const);
    expect(Object.fromEntries(own)).toEqual(
      Object.fromEntries(lists.filter(([into]) => into !== undefined && into in fieldsOf)),
    );
    expect(lists.filter(([into]) => into !== undefined && into in fieldsOf)).toHaveLength(6);
  });

  it('of another kind of record leave with what only they can have', () => {
    const mapping: Mapping = {
      name: 'file',
      match: 'numbers',
      fields: { kind: { constant: 'call' }, segment: { column: 'S' } },
      attributes: { a: { column: 'A' } },
    };
    const accounts = withInto(mapping, 'accounts');
    expect(intoOf(accounts)).toBe('accounts');
    expect(accounts).toMatchObject({ fields: { segment: {} }, attributes: { a: {} } });
    expect(accounts).not.toHaveProperty('match');
    expect(withInto(mapping, 'people')).not.toHaveProperty('attributes');
  });

  it('of another form of file keep nothing that it cannot have', () => {
    const mapping: Mapping = {
      name: 'x',
      format: 'csv',
      separator: ';',
      header: false,
      fields: {},
    };
    expect(withFormat(mapping, 'json')).toEqual({ name: 'x', format: 'json', fields: {} });
    const json = { ...withFormat(mapping, 'json'), records: '/value' };
    expect(withFormat(json, 'csv')).toEqual({ name: 'x', format: 'csv', fields: {} });
  });
});
