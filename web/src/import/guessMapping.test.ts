import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fittingMapping, guessMapping, type Sample } from './guessMapping';
import { columnsOf, nameOf, readMapping, valuesOf, withKey, withSeparator } from './mapping';
import { guessForm, readMoment } from './momentForm';
import { guessEncoding, guessSeparator, rowsOf } from './sample';

const shippedOf = (name: string) => {
  const path = join(import.meta.dirname, '../../../mappings', `${name}.json`);
  const mapping = readMapping(readFileSync(path, 'utf8'));
  if (mapping === null) throw new Error(`${name} is no mapping`);
  return mapping;
};
const shipped = ['bank-marketing', 'call-records'].map(shippedOf);

function sampleOf(text: string, more: Partial<Sample> = {}): Sample {
  const separator = guessSeparator(text);
  const rows = rowsOf(text, separator);
  const columns = columnsOf(rows, true);
  const known = { shipped, reps: [{ name: 'Ann North', email: 'ann@acme.example' }] };
  const encoding = 'utf_8';
  return { name: 'calls', encoding, separator, columns, rows: rows.slice(1), ...known, ...more };
}

const bank = [
  '"age";"job";"contact";"month";"day_of_week";"duration";"campaign";"poutcome";"y"',
  '56;"housemaid";"telephone";"may";"mon";261;1;"nonexistent";"no"',
].join('\n');

const cdr = [
  'callid,caller_id_number,destination_number,direction,starting_date,billsec,hangup_cause_id',
  'a1,100,200,1,2026-11-03 14:05:09,61,16',
].join('\n');

describe('guessMapping', () => {
  it('takes what comes with the program for the files that it was made for', () => {
    expect(guessMapping(sampleOf(bank)).name).toBe('bank-marketing');
    expect(guessMapping(sampleOf(cdr)).name).toBe('call-records');
    expect(fittingMapping(['month', 'y'], shipped)).toBeUndefined();
  });

  it('reads the call records by their headings too', () => {
    const guessed = guessMapping(sampleOf(cdr, { shipped: [] }));
    expect(guessed.key).toEqual(['callid']);
    expect(guessed.fields.occurred_at).toEqual({
      column: 'starting_date',
      form: 'yyyy-MM-dd HH:mm:ss',
    });
    expect(guessed.fields.duration_s).toEqual({ column: 'billsec', unit: 'seconds' });
    expect(guessed.fields.direction?.column).toBe('direction');
    expect(guessed.fields.outcome?.column).toBe('hangup_cause_id');
  });

  it('reads a file that it has never seen', () => {
    const text = [
      'Nr;Agent;Began;Way;Minutes;Result',
      '1;Ann North;13.11.2026 14:05;out;3;No answer',
      '2;Somebody Else;14.11.2026 9:15;in;12;Spoke',
    ].join('\r\n');
    expect(guessMapping(sampleOf(text))).toEqual({
      name: 'calls',
      into: 'activities',
      format: 'csv',
      separator: ';',
      encoding: 'utf_8',
      fields: {
        kind: { constant: 'call' },
        occurred_at: { column: 'Began', form: 'd.M.yyyy H:mm' },
        rep: { column: 'Agent', values: { 'Ann North': 'ann@acme.example' } },
        direction: { column: 'Way', values: { out: 'outbound', in: 'inbound' } },
        duration_s: { column: 'Minutes', unit: 'minutes' },
        outcome: { column: 'Result', values: { 'No answer': 'no_answer', Spoke: 'answered' } },
      },
    });
  });

  it('reads a day and its time from two columns, and one row that is wrong', () => {
    const text = [
      'Datum;Uhrzeit;Mitarbeiter;Richtung;Dauer (Min);Ergebnis;Kostenstelle',
      '02.11.2026;9:05;ann@acme.example;ausgehend;3,5;erreicht;4711',
      '2.11.2026;10:15;ann@acme.example;eingehend;0,5;keine Antwort;4711',
      '3.11.2026;11:00;ann@acme.example;ausgehend;12;erreicht;4712',
      '31.02.2026;11:00;ann@acme.example;ausgehend;1;erreicht;4712',
    ].join('\r\n');
    const { fields, decimal } = guessMapping(sampleOf(text));
    expect(fields.occurred_at).toEqual({ columns: ['Datum', 'Uhrzeit'], form: 'd.M.yyyy H:mm' });
    expect(fields.rep).toEqual({ column: 'Mitarbeiter' });
    expect(fields.direction?.values).toEqual({ ausgehend: 'outbound', eingehend: 'inbound' });
    expect(fields.duration_s).toEqual({ column: 'Dauer (Min)', unit: 'minutes' });
    expect(fields.outcome?.values).toEqual({ erreicht: 'answered', 'keine Antwort': 'no_answer' });
    expect(decimal).toBe(',');
  });

  it('takes what has a stage and an amount for opportunities', () => {
    const text = [
      'Record ID,Offer Name,Offer Stage,Close Date,Amount,Offer owner,Associated Company,Create Date',
      '9001,Big one,Estimate,2026-12-18 00:00,12000.50,Ann North,Berg AG,2026-11-02 11:12',
      '9002,Small one,Closed Lost,2026-12-01 00:00,1500.00,Ann North,Carl & Co,2026-11-02 11:12',
    ].join('\n');
    expect(guessMapping(sampleOf(text))).toMatchObject({
      into: 'opportunities',
      key: ['Record ID'],
      fields: {
        name: { column: 'Offer Name' },
        key: { column: 'Record ID' },
        rep: { column: 'Offer owner', values: { 'Ann North': 'ann@acme.example' } },
        account: { column: 'Associated Company' },
        stage: { column: 'Offer Stage', values: { Estimate: 'Estimate', 'Closed Lost': 'lost' } },
        amount: { column: 'Amount' },
        close_day: { column: 'Close Date', form: 'yyyy-MM-dd HH:mm' },
        began_at: { column: 'Create Date', form: 'yyyy-MM-dd HH:mm' },
        reason: { constant: 'not told by the file' },
      },
    });
  });

  it('leaves out what it cannot tell', () => {
    const guessed = guessMapping(sampleOf('colour,shape\nred,round\n'));
    expect(guessed.fields).toEqual({ kind: { constant: 'call' } });
  });

  it('asks for no form where the values are no dates', () => {
    const guessed = guessMapping(sampleOf('date,result\nsoon,ok\n'));
    expect(guessed.fields.occurred_at).toBeUndefined();
  });
});

describe('a form of dates', () => {
  it.each([
    ['13.11.2026 9:05', 'd.M.yyyy H:mm', '2026-11-13', '09:05'],
    ['11/13/2026 9:05 PM', 'M/d/yyyy h:mm a', '2026-11-13', '21:05'],
    ['2026-11-13T09:05:00Z', "yyyy-MM-dd'T'HH:mm:ssZ", '2026-11-13', '09:05'],
    ['20261113', 'yyyyMMdd', '2026-11-13', null],
    ['1794564300', 'epoch', '2026-11-13', '10:05'],
  ])('of %s is %s', (text, form, day, time) => {
    expect(guessForm([text])).toBe(form);
    expect(readMoment(text, form)).toEqual({ day, time });
  });

  it('takes every value into account', () => {
    expect(guessForm(['3/4/2026', '3/14/2026'])).toBe('M/d/yyyy');
    expect(guessForm(['3/14/2026', '14/3/2026'])).toBeNull();
    expect(guessForm([''])).toBeNull();
  });

  it('refuses days that there are not, and letters that forms do not have', () => {
    expect(readMoment('31.02.2026', 'd.M.yyyy')).toBeNull();
    expect(readMoment('25:00 1.2.2026', 'H:mm d.M.yyyy')).toBeNull();
    expect(readMoment('2026', 'QQQQ')).toBeNull();
    expect(readMoment('2026 2026', 'yyyy yyyy')).toBeNull();
  });

  it('without a year begins in the year that is given', () => {
    expect(readMoment('may', 'MMM', 2008)).toEqual({ day: '2008-05-01', time: null });
    expect(readMoment('may', 'MMM')).toBeNull();
  });
});

describe('a sample', () => {
  it('has its quotes, its empty values and its line ends read', () => {
    expect(rowsOf('a,b\r\n"x ""y"", z",\n', ',')).toEqual([
      ['a', 'b'],
      ['x "y", z', ''],
    ]);
  });

  it('leaves out a row that its end cuts off', () => {
    expect(rowsOf('a,b\n1,2\n3', ',', false)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('says which separator it has', () => {
    expect(guessSeparator('a;b\n1,5;2,5\n')).toBe(';');
    expect(guessSeparator('a\tb\n1\t2\n')).toBe('\t');
  });

  const bytes = (...numbers: number[]) => new Uint8Array(numbers);
  it.each([
    ['utf_8', bytes(0xd0, 0xb4, 0xd0)],
    ['utf_16_le', bytes(0xff, 0xfe, 0x61, 0)],
    ['utf_16_be', bytes(0xfe, 0xff, 0, 0x61)],
    ['windows_1251', bytes(0xe7, 0xe0, 0xe5, 0xf2, 0xee, 0x20, 0xe4, 0xe0)],
    ['windows_1256', bytes(0xc7, 0xe1, 0xe3, 0xcf, 0xed, 0xe4, 0xc9)],
    ['windows_1250', bytes(0x6b, 0xf5, 0x73, 0x7a, 0x69)],
    ['windows_1252', bytes(0x63, 0x61, 0x66, 0xe9, 0x20)],
  ])('is of %s', (encoding, sample) => {
    expect(guessEncoding(sample)).toBe(encoding);
  });
});

describe('a mapping', () => {
  it('is named after its file', () => {
    expect(nameOf('Calls March 2026.csv')).toBe('calls-march-2026');
    expect(nameOf('разговори.csv')).toBe('file');
  });

  it('says a tab by its format, and no key by leaving it out', () => {
    const mapping = { name: 'a', separator: ';', key: ['x'], fields: {} };
    expect(withSeparator(mapping, '\t')).toEqual({
      name: 'a',
      format: 'tsv',
      key: ['x'],
      fields: {},
    });
    expect(withKey(mapping, [])).toEqual({ name: 'a', separator: ';', fields: {} });
  });

  it('of a file is refused when it is none', () => {
    expect(readMapping('{"name":"a","fields":{}}')).toEqual({ name: 'a', fields: {} });
    for (const text of ['', '[]', '{"name":"a"}', '{"name":"a","fields":{"kind":"call"}}']) {
      expect(readMapping(text)).toBeNull();
    }
  });

  it('finds each value of a column once', () => {
    expect(valuesOf('b', ['a', 'b'], [['1', ' x '], ['2', 'x'], ['3', ''], ['4']])).toEqual(['x']);
    expect(valuesOf(undefined, ['a'], [['1']])).toEqual([]);
  });
});
