// What is wrong with a translated message: `faultsOf(entry, language)` for one entry of a catalogue.
import { parse } from '@messageformat/parser';

function field(entry, name) {
  const part = new RegExp(`^${name} ((?:".*"\\n?)+)`, 'm').exec(entry)?.[1];
  return part
    ?.trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .join('');
}

/** The entries of a .po file, without its head and without those that the source has no more. */
export function entriesIn(text) {
  return text
    .split('\n\n')
    .slice(1)
    .filter((entry) => /^msgid /m.test(entry))
    .map((entry) => ({
      context: field(entry, 'msgctxt'),
      source: field(entry, 'msgid'),
      words: field(entry, 'msgstr'),
      fuzzy: /^#,.*\bfuzzy\b/m.test(entry),
    }));
}

/** Each placeholder, tag and choice of a message once, and the forms that each plural has. */
function shapeOf(message) {
  const names = new Set();
  const plurals = [];
  const walk = (tokens) => {
    for (const token of tokens) {
      if (token.type === 'content') {
        for (const [tag] of token.value.matchAll(/<\/?\w+\/?>/g)) names.add(tag);
      } else if (token.type !== 'octothorpe') names.add(`{${token.arg}}`);
      if (token.type === 'plural' || token.type === 'selectordinal') {
        plurals.push({ arg: token.arg, forms: token.cases.map(({ key }) => key) });
      }
      for (const { tokens: inner } of token.cases ?? []) walk(inner);
    }
  };
  walk(parse(message));
  return { names, plurals };
}

const formsOf = (language) => new Intl.PluralRules(language).resolvedOptions().pluralCategories;

function shapeFaults(source, words, language) {
  const [asked, given] = [shapeOf(source), shapeOf(words)];
  const lost = [...asked.names].filter((name) => !given.names.has(name));
  const added = [...given.names].filter((name) => !asked.names.has(name));
  const forms = given.plurals.flatMap(({ arg, forms: has }) =>
    formsOf(language)
      .filter((form) => !has.includes(form))
      .map((form) => `no form "${form}" of {${arg}}`),
  );
  const flat = asked.plurals.length > 0 && given.plurals.length === 0 ? ['no plural forms'] : [];
  return [
    ...lost.map((name) => `${name} is lost`),
    ...added.map((name) => `${name} is not in the source`),
    ...forms,
    ...flat,
  ];
}

export function faultsOf({ source, words, fuzzy }, language) {
  if (!words) return ['not translated'];
  const unsure = fuzzy ? ['marked as fuzzy'] : [];
  try {
    return [...unsure, ...shapeFaults(source, words, language)];
  } catch (error) {
    return [...unsure, `cannot be read: ${error.message.split('\n')[0]}`];
  }
}
