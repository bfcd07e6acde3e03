// Writes telephone numbers with what libphonenumber-js reads in them: phone_samples.mjs FILE. 1,500 numbers of 30 countries
// and then some thousand more spellings; a line: text, country in which it is dialled or nothing, E.164 or nothing, extension
// or nothing, a tab between them. Made from the library's own examples, the same on every machine; tests/contact reads them.
import { writeFileSync } from 'node:fs';
import {
  getCountryCallingCode,
  getExampleNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js';
import examples from 'libphonenumber-js/mobile/examples';

const countries = [
  ...['AE', 'AL', 'AR', 'AU', 'BG', 'BR', 'CA', 'CN', 'DE', 'EG', 'ES', 'FR', 'GB', 'GR', 'HU'],
  ...['IN', 'IT', 'JP', 'KZ', 'MX', 'NG', 'PL', 'RO', 'RS', 'RU', 'SA', 'TR', 'US', 'UZ', 'ZA'],
];
const arabic = (text) => text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
const wide = (text) => text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));

let state = 20261122;
function chance(below) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
}
const digits = (count) => Array.from({ length: count }, () => chance(10)).join('');

/** 50 spellings of a number: [text, country]. */
function spellings(country, number, other) {
  const code = getCountryCallingCode(country);
  const national = number.formatNational();
  const international = number.formatInternational();
  const bare = number.nationalNumber;
  const full = `${code}${bare}`;
  return [
    ...[
      national,
      international,
      number.number,
      bare,
      full,
      `0${bare}`,
      `00${full}`,
      `011${full}`,
      `810${full}`,
      `00 ${code} ${national}`,
    ],
    ...[
      `+${code} (0) ${bare}`,
      `(${national})`,
      national.replace(/ /g, '-'),
      national.replace(/[ -]/g, '.'),
      `tel: ${international}`,
    ],
    ...[
      `${national} ext. 12`,
      `${international} x123`,
      `${number.number};ext=77`,
      `${national} доб. 5`,
      `${bare}#4`,
      `${international},,99`,
    ],
    ...[
      arabic(international),
      wide(national),
      `${number.number.slice(0, -3)}`,
      `${bare.slice(0, 4)}`,
      `${bare}${bare}`,
      `+${full}12345`,
    ],
    ...[
      `+${code}`,
      `+0${full}`,
      `++${full}`,
      `+${full}+1`,
      `${bare} or ${bare}`,
      `call ${national} now`,
      `${bare}a`,
      bare.split('').join(' '),
    ],
    ...[
      `${national}/${bare.slice(-2)}`,
      `1${bare}`,
      `8${bare}`,
      `15${bare}`,
      `+${code}${digits(7)}`,
      digits(9),
      `0${digits(9)}`,
    ],
  ]
    .map((text) => [text, country])
    .concat([
      [national, undefined],
      [international, undefined],
      [`00${full}`, undefined],
      [international, other],
      [national, other],
      [`+${code}${digits(9)}`, undefined],
      [digits(8), country],
      [`0${digits(10)}`, country],
    ]);
}

const rows = [];
function add([text, country]) {
  const number = parsePhoneNumberFromString(text, country);
  const possible = number?.isPossible();
  rows.push(
    [text, country ?? '', possible ? number.number : '', possible ? (number.ext ?? '') : ''].join(
      '\t',
    ),
  );
}
countries.forEach((country, at) => {
  spellings(
    country,
    getExampleNumber(country, examples),
    countries[(at + 7) % countries.length],
  ).forEach(add);
});
if (rows.length !== 1500) throw new Error(`1,500 numbers were wanted and ${rows.length} were made`);

// Every other country, and numbers without any pattern.
const all = Object.keys(examples);
all.forEach((country, at) => {
  const example = getExampleNumber(country, examples);
  if (!countries.includes(country) && example)
    spellings(country, example, all[(at + 31) % all.length]).forEach(add);
});
for (let round = 0; round < 8000; ++round) {
  const plus = chance(2) ? '+' : '';
  add([plus + digits(3 + chance(14)), chance(4) ? all[chance(all.length)] : undefined]);
}
writeFileSync(process.argv[2], `${rows.join('\n')}\n`);
