import { describe, expect, it } from 'vitest';
import { entriesIn, faultsOf } from './messages.mjs';

const days = '{days, plural, one {# day of {name}} other {# days of {name}}}';

describe('a translation', () => {
  it.each([
    ['ru', '{name}, <b>left</b>', '<b>осталось</b>: {name}'],
    [
      'ru',
      days,
      '{days, plural, one {# день {name}} few {# дня {name}} many {# дней {name}} other {# дня {name}}}',
    ],
    ['hu', days, '{days, plural, one {# nap {name}} other {# nap {name}}}'],
    ['bg', 'Q{n}', '{n, select, 1 {I} other {{n}}} трим.'],
  ])('in %s may place its parts as it likes', (language, source, words) => {
    expect(faultsOf({ source, words, fuzzy: false }, language)).toEqual([]);
  });

  it.each([
    ['bg', 'Save', '', false, ['not translated']],
    ['bg', 'Save', 'Запазване', true, ['marked as fuzzy']],
    ['bg', 'Hello {name}', 'Здравейте', false, ['{name} is lost']],
    [
      'bg',
      'Hello {name}',
      'Здравейте, {nmae}',
      false,
      ['{name} is lost', '{nmae} is not in the source'],
    ],
    ['sq', '<0>Bold</0>', 'Trashë', false, ['<0> is lost', '</0> is lost']],
    [
      'ru',
      days,
      '{days, plural, one {# день {name}} other {# дней {name}}}',
      false,
      ['no form "few" of {days}', 'no form "many" of {days}'],
    ],
    ['hu', days, '{days} nap {name}', false, ['no plural forms']],
    [
      'ar',
      days,
      '{days, plural, other {# يوم {name}}}',
      false,
      ['few', 'many', 'one', 'two', 'zero'].map((form) => `no form "${form}" of {days}`),
    ],
  ])('in %s of "%s" as "%s" is refused', (language, source, words, fuzzy, faults) => {
    expect(faultsOf({ source, words, fuzzy }, language)).toEqual(faults);
  });

  it('that cannot be read is refused', () => {
    const [fault] = faultsOf({ source: '{n} d', words: '{n', fuzzy: false }, 'bg');
    expect(fault).toMatch(/^cannot be read/);
  });
});

describe('a catalogue', () => {
  it('gives its entries with context and mark', () => {
    const text =
      'msgid ""\nmsgstr ""\n"Language: bg\\n"\n\n#, fuzzy\nmsgctxt "button"\nmsgid "Log"\nmsgstr "Запис"\n\n#~ msgid "gone"\n#~ msgstr "x"\n';
    expect(entriesIn(text)).toEqual([
      { context: 'button', source: 'Log', words: 'Запис', fuzzy: true },
    ]);
  });
});
