// The words of the page in the language of a journey, from the page's own catalogues.
import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageFacts } from '../../src/i18n/languages.ts';
import { numberFormat } from '../../src/format/number.ts';

const catalogues = new URL('../../src/i18n/catalogues/', import.meta.url).pathname;
const idOf = (message, context) => (context === undefined ? message : `${context}\u0004${message}`);

function text(entry, field) {
  const part = new RegExp(`^${field} ((?:".*"\\n?)+)`, 'm').exec(entry)?.[1];
  return part
    ?.trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .join('');
}

function messagesIn(file) {
  const entries = readFileSync(file, 'utf8').split('\n\n').slice(1);
  return entries.map((entry) => [
    idOf(text(entry, 'msgid'), text(entry, 'msgctxt')),
    text(entry, 'msgstr'),
  ]);
}

function catalogueOf(language) {
  const folder = join(catalogues, language);
  const files = readdirSync(folder).filter((name) => name.endsWith('.po'));
  // As in the page: where two files have a message, the one of the shell stands.
  files.sort((a, b) => Number(a === 'app.po') - Number(b === 'app.po'));
  return Object.fromEntries(files.flatMap((name) => messagesIn(join(folder, name))));
}

export function wordsIn(language) {
  const messages = catalogueOf(language);
  const { locale, direction } = languageFacts[language];
  const i18n = setupI18n({
    locale: language,
    locales: [locale],
    messages: { [language]: messages },
  });
  i18n.setMessagesCompiler(compileMessage);

  /** The English message of the source, in the language of the journey. */
  function say(message, values = {}, context) {
    const id = idOf(message, context);
    if (!messages[id]) throw new Error(`no message "${message}" in the catalogue of ${language}`);
    return i18n._(id, values).replaceAll(/<\/?\w+\/?>/g, '');
  }
  /** The first message of the source that begins like this. */
  function messageThatBegins(beginning) {
    const id = Object.keys(messages).find((each) => each.startsWith(beginning));
    if (id === undefined) throw new Error(`no message that begins with "${beginning}"`);
    return id;
  }
  return { say, messageThatBegins, number: numberFormat(locale), locale, direction };
}
