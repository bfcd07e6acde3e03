import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { guessMapping } from './guessMapping';
import { columnsOf, readMapping, withInto, type Format, type Mapping } from './mapping';
import { formatOf, recordsOf, tableOf } from './otherForms';
import { guessSeparator, rowsOf } from './sample';

const shippedOf = (name: string): Mapping => {
  const path = join(import.meta.dirname, '../../../mappings', `${name}.json`);
  const mapping = readMapping(readFileSync(path, 'utf8'));
  if (mapping === null) throw new Error(`${name} is no mapping`);
  return mapping;
};
const shipped = [
  'ics-meetings',
  'vcard-contacts',
  'microsoft-pstn-calls',
  'salesforce-contacts',
  'hubspot-contacts',
].map(shippedOf);

const of = (format: Format, records?: string): Mapping => ({
  name: 'x',
  fields: {},
  format,
  ...(records !== undefined && { records }),
});

function guessed(name: string, text: string): Mapping {
  const format = formatOf(name, text);
  const records = recordsOf(text);
  const rows = format ? tableOf(text, of(format, records)) : rowsOf(text, guessSeparator(text));
  return guessMapping({
    name: 'x',
    encoding: 'utf_8',
    separator: ',',
    ...(format && { format }),
    ...(records !== undefined && { records }),
    columns: columnsOf(rows, true),
    rows: rows.slice(1),
    shipped,
    reps: [],
  });
}

const calendar = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'UID:1',
  'DTSTART;TZID=Europe/Sofia:20260309T100000',
  'SUMMARY:Price\\, and a',
  '  long talk',
  'BEGIN:VALARM',
  'SUMMARY:not this one',
  'END:VALARM',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:cut off',
].join('\r\n');

describe('otherForms', () => {
  it('are known by their name or by their beginning', () => {
    expect(formatOf('a.ICS', '')).toBe('ics');
    expect(formatOf('a.txt', ' BEGIN:VCARD\r\n')).toBe('vcard');
    expect(formatOf('a.json', '')).toBe('json');
    expect(formatOf('a.ndjson', '')).toBe('jsonl');
    expect(formatOf('a.csv', 'id,at\n')).toBeUndefined();
  });

  it('show the events of a calendar as rows', () => {
    const [columns = [], ...rows] = tableOf(calendar, of('ics'));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.[columns.indexOf('SUMMARY')]).toBe('Price, and a long talk');
    expect(guessed('a.ics', calendar).name).toBe('ics-meetings');
  });

  it('show the cards of an address book as rows', () => {
    const card = 'BEGIN:VCARD\nitem1.TEL;TYPE=CELL:0888\nFN:Ann\nEND:VCARD\n';
    const [columns = [], row = []] = tableOf(card, of('vcard'));
    expect(row[columns.indexOf('TEL')]).toBe('0888');
    expect(guessed('a.vcf', card).name).toBe('vcard-contacts');
    expect(tableOf('nothing', of('vcard'))).toEqual([]);
  });

  it('show the elements of a list in JSON as rows, without one that is cut off', () => {
    const text = '{"next": "]", "value": [{"id": 1, "who": {"upn": "a@b"}}, {"id": "2]"}, {"id": 3';
    expect(recordsOf(text)).toBe('/value');
    expect(tableOf(text, of('json', '/value'))).toEqual([
      ['id', '/who/upn'],
      ['1', 'a@b'],
      ['2]', ''],
    ]);
    expect(tableOf('{"a":1}\nno\n{"a":2}', of('jsonl'))).toEqual([['a'], ['1'], ['2']]);
    expect(recordsOf('[{"a":1}]')).toBeUndefined();
  });

  it('take the mapping that comes with the program for the calls of Microsoft', () => {
    const call =
      '{"value":[{"id":"9","userPrincipalName":"a@b","startDateTime":"2019-11-01T00:00:08Z","duration":2,"callType":"user_in","calleeNumber":"1","callerNumber":"2"}]}';
    expect(guessed('calls.json', call).name).toBe('microsoft-pstn-calls');
    expect(guessed('calls.json', '{"list":[{"id":"9"}]}').records).toBe('/list');
  });
});

describe('contacts', () => {
  it('are guessed from the headings of people', () => {
    const text =
      'Full name,Phone,E-mail,Company,Created\nAnn Doe,123,a@b.example,Acme,2026-03-09\n';
    const { into, fields } = guessed('people.csv', text);
    expect(into).toBe('contacts');
    expect(fields).toEqual({
      name: { column: 'Full name' },
      phone: { column: 'Phone', optional: true },
      email: { column: 'E-mail', optional: true },
      account_name: { column: 'Company' },
    });
  });

  it('of Salesforce are known whatever the capitals, and without what is optional', () => {
    const text = 'Id,FirstName,LastName,Email\n1,Ann,Doe,a@b.example\n';
    expect(guessed('extract.csv', text).name).toBe('salesforce-contacts');
  });

  it('keep what both can have when the rows become something else', () => {
    const mapping: Mapping = {
      name: 'x',
      fields: { kind: { constant: 'call' }, occurred_at: { column: 'a', form: 'yyyy-MM-dd' } },
      attributes: { line: { column: 'b' } },
    };
    const contacts = withInto(mapping, 'contacts');
    expect(contacts.fields).toEqual({});
    expect(contacts.attributes).toBeUndefined();
    expect(withInto(contacts, 'activities').fields).toEqual({ kind: { constant: 'call' } });
  });
});
