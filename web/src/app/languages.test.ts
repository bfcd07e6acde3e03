import { describe, expect, it } from 'vitest';
import { pace, rule } from '../../test/fixtures';
import { bare, wordsIn } from '../../test/words';
import { prorationWords } from '../quota/prorationWords';
import { ruleWords } from '../quota/ruleWords';
import { daySentence } from '../today/sentence';
import { isLanguage, languageOfBrowser, languages, type Language } from '../i18n/languages';

const quarter = { key: '2026-Q4', from: '2026-10-01', to: '2027-01-01' };
const month = { key: '2026-11', from: '2026-11-01', to: '2026-12-01' };

describe('dates and figures', () => {
  it.each<[Language, string[]]>([
    ['en', ['27 Nov', 'Fri 27 Nov', 'Friday 27 November', 'November 2026', 'Q4 2026']],
    ['bg', ['27 ное', 'пт, 27 ное', 'петък, 27 ноември', 'ноември 2026 г.', 'IV трим. 2026 г.']],
    [
      'hu',
      ['nov. 27.', 'nov. 27., P', 'november 27., péntek', '2026. november', '2026. 4. negyedév'],
    ],
    ['ru', ['27 нояб.', 'пт, 27 нояб.', 'пятница, 27 ноября', 'ноябрь 2026', 'IV кв. 2026']],
    ['sq', ['27 nën', 'pre, 27 nën', 'e premte, 27 nëntor', 'nëntor 2026', 'tremujori IV 2026']],
  ])('of %s are written as there', async (language, words) => {
    const { date, span } = (await wordsIn(language)).format;
    const day = '2026-11-27';
    expect([
      date.day(day),
      date.dayWithWeekday(day),
      date.dayLong(day),
      span.periodLong('month', month),
      span.periodLong('quarter', quarter),
    ]).toEqual(words);
  });

  it('have every month and weekday in Albanian', async () => {
    const { date } = (await wordsIn('sq')).format;
    const months = Array.from(
      { length: 12 },
      (_, at) => `2026-${String(at + 1).padStart(2, '0')}-01`,
    );
    expect(months.map(date.monthLong).join(' ')).toBe(
      'janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor',
    );
    const days = Array.from({ length: 7 }, (_, at) => `2026-11-0${at + 1}`);
    expect(days.map(date.weekdayShort).join(' ')).toBe('die hën mar mër enj pre sht');
  });

  it.each<[Language, string[]]>([
    ['bg', ['1514', '12 345,6', '92%', '58 хил. €', '1 от 8', '09:31']],
    ['hu', ['1514', '12 345,6', '92%', '58 E €', '8-ből 1', '09:31']],
    ['ru', ['1 514', '12 345,6', '92 %', '58 тыс. €', '1 из 8', '09:31']],
    ['sq', ['1514', '12 345,6', '92%', '58 mijë €', '1 nga 8', '09:31']],
  ])('of %s take its marks', async (language, words) => {
    const { number, chance, date } = (await wordsIn(language)).format;
    const money = { amount_minor: 5_800_000, currency: 'EUR' };
    const said = [
      number.count(1514),
      number.count(12_345.6),
      number.percent(0.92),
      number.moneyShort(money),
      chance.odds(0.12),
      date.time('2026-11-27T07:31:00Z'),
    ];
    expect(said.map((each) => each.replaceAll(/[\u00a0\u202f]/g, ' '))).toEqual(words);
  });
});

describe('sentences', () => {
  it.each<[Language, number, string]>([
    ['bg', 1, 'Един горещ лийд чака, една норма изостава.'],
    ['bg', 21, '21 горещи лийда чакат, 21 норми изостават.'],
    ['ru', 1, '1 горячий лид ждёт, 1 норма отстаёт.'],
    ['ru', 3, '3 горячих лида ждут, 3 нормы отстают.'],
    ['ru', 12, '12 горячих лидов ждут, 12 норм отстают.'],
    ['ru', 21, '21 горячий лид ждёт, 21 норма отстаёт.'],
    ['hu', 2, '2 forró érdeklődő vár, 2 kvóta lemaradásban.'],
    ['sq', 1, 'Një klient i nxehtë pret, një kuotë mbrapa.'],
    ['sq', 2, '2 klientë të nxehtë presin, 2 kuota mbrapa.'],
  ])('in %s agree with %i', async (language, n, words) => {
    const { i18n } = await wordsIn(language);
    expect(daySentence({ hot: n, waiting: n, elsewhere: false, behind: n, off: false }, i18n)).toBe(
      words,
    );
  });

  it.each<[Language, string]>([
    [
      'bg',
      'Изходящи обаждания от поне 20 секунди с различни контакти, които са коментирали по тема retirement planning в предходните 90 дни',
    ],
    [
      'hu',
      'Kimenő hívások (legalább 20 másodperc), különböző kapcsolatokkal, akik az előző 90 napban hozzászóltak (téma: retirement planning)',
    ],
    [
      'ru',
      'Исходящие звонки от 20 сек по разным контактам, которые за 90 дней до этого оставили комментарий на тему «retirement planning»',
    ],
    [
      'sq',
      'Thirrje dalëse prej 20 sek e më shumë me kontakte të ndryshme që komentuan për retirement planning në 90 ditët përpara',
    ],
  ])('in %s read a whole rule', async (language, words) => {
    expect(bare(ruleWords(rule, String, await wordsIn(language)))).toBe(words);
  });

  it.each(languages)('in %s have a form for one day and a half', async (language) => {
    const words = await wordsIn(language);
    const week = { ...pace, amount: 175, amount_full: 250, minutes_full: 2400 };
    const said = prorationWords({ ...week, proration: [{ why: 'leave', minutes: 720 }] }, words);
    expect(said).toMatch(/1[.,]5 \p{L}+/u);
  });
});

describe('the language of the browser', () => {
  it.each<[string[], Language]>([
    [['sq-AL', 'en'], 'sq'],
    [['de-DE', 'hu'], 'hu'],
    [['BG'], 'bg'],
    [['de', 'fr'], 'en'],
    [[], 'en'],
  ])('%j is %s', (preferred, language) => {
    expect(languageOfBrowser(preferred)).toBe(language);
  });

  it('is none that there is not', () => {
    expect(['de', '', null].some(isLanguage)).toBe(false);
  });
});
