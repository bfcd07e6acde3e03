// A first mapping of a file, from its headings and the values of its first rows. A person looks at it before anything
// is sent.
import {
  columnsIn,
  fieldsOf,
  intoOf,
  isDelimited,
  isMoment,
  type CellRule,
  type Field,
  type Format,
  type Into,
  type Mapping,
} from './mapping';
import { guessForm, guessFormOfMost } from './momentForm';
import type { Encoding } from './sample';

export interface Sample {
  name: string;
  encoding: Encoding;
  separator: string;
  /** Absent: separated values. */
  format?: Format;
  records?: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  /** Those that come with the program. */
  shipped: readonly Mapping[];
  reps: readonly { name: string; email: string }[];
}

const headings: Partial<Record<Field, RegExp>> = {
  kind: /^(kind|type|activity ?type|вид|тип|típus|lloji?|النوع|نوع)$/,
  outcome:
    /outcome|result|disposition|status|hangup|^end$|резултат|результат|eredmény|rezultat|ergebnis|نتيجة/,
  direction: /direction|^way$|in ?out|^call ?type$|посока|направление|irány|drejtim|richtung|اتجاه/,
  duration_s:
    /billsec|duration|talk ?time|seconds|minutes|length|времетраене|продължителност|длительность|időtartam|kohëzgjatj|^dauer|مدة/,
  rep: /^rep$|representative|agent|operator|seller|sales ?person|owner|employee|търговец|служител|менеджер|értékesítő|përfaqësues|mitarbeiter|verkäufer|مندوب/,
  contact: /^contact (key|id)$/,
  topic: /^(topic|тема|téma|temë|tema|موضوع)$/,
  product_line: /^product line$/,
  lead_source: /^lead source$/,
  name: /^(full |contact |display )?name$|^име$|^имя$|^név$|^emri$|الاسم/,
  phone: /phone|mobile|^tel|телефон|telefon|هاتف/,
  email: /e[ -]?mail|имейл|почта|بريد/,
  account_name: /company|account|organi[sz]ation|фирма|компания|cég|kompani|firma|unternehmen|شركة/,
  key: /^(contact |record )?(key|id)$/,
  owner: /owner/,
  source: /^(lead )?source$|^източник$|^источник$|^forrás$|^burim|^مصدر/,
  segment: /^(segment|industry)$/,
  note: /^notes?$|comment|remark|бележк|комментари|заметк|megjegyzés|shënim|bemerkung|notiz|ملاحظ/,
  stage: /stage|етап|стади|этап|szakasz|fázis|faza|^phase$|مرحلة/,
  amount: /^(amount|value|revenue|estimated (value|revenue))|сума|сумма|összeg|shuma|betrag|مبلغ/,
  currency: /currency|валута|валюта|pénznem|deviza|monedh|währung|عملة/,
  close_day: /clos(e|ing) ?date|expected clos|приключване|закрыти|lezárás|mbyllj|abschluss|إغلاق/,
  began_at: /creat|opened|engage|създаден|создан|létrehoz|krijua|erstellt|إنشاء/,
};

/** Of opportunities some words stand for something else. */
const headingsOfOpportunities: typeof headings = {
  ...headings,
  name: /^(?!.*(company|account|owner|first|last|contact|stage)).*name$|^име$|^имя$|^név$|^emri$|الاسم/,
  key: /^(\S+ ?)?(id|key)$/,
  account: headings.account_name ?? /^account$/,
  source: /source$/,
};

const headingOf = (into: Into, field: Field): RegExp | undefined =>
  (into === 'opportunities' ? headingsOfOpportunities : headings)[field];

const words: Partial<Record<Field, Record<string, RegExp>>> = {
  kind: {
    call: /^(phone )?call|phone|обаждане|звонок|hívás|thirrje|anruf|مكالمة/,
    email: /e[ -]?mail|имейл|письмо/,
    meeting: /meeting|среща|встреча|megbeszélés|takim|اجتماع/,
    visit: /visit|посещение|визит|vizitë/,
    demo: /demo|демо/,
  },
  direction: {
    outbound: /^out|изход|исход|kimenő|dal[ëe]s|ausgehend|صادر/,
    inbound: /^in|вход|bejövő|hyr[ëe]s|eingehend|وارد/,
  },
  outcome: {
    no_answer:
      /no ?answer|not ?answered|unanswered|missed|без отговор|не отговаря|нет ответа|nem vette|keine antwort|nicht erreicht/,
    busy: /busy|заето|занято|foglalt|besetzt/,
    wrong_number: /wrong|грешен номер|не тот номер/,
    call_back: /call ?back|перезвон|обратно обаждане/,
    refused: /^no$|refus|declin|reject|not interested|отказ/,
    agreed: /^yes$|agree|accept|sold|won|съгласен|соглас/,
    answered: /^ok$|answered|connected|completed|spoke|отговор|ответ|^erreicht/,
  },
  stage: {
    won: /won|спечелен|выигран|megnyert|fituar|gewonnen/,
    lost: /lost|изгубен|загубен|проигран|elvesz|humbur|verloren/,
  },
};

const folded = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_.-]+/g, ' ');

function columnValues({ columns, rows }: Sample, column: string): string[] {
  const at = columns.indexOf(column);
  return rows.map((row) => row[at]?.trim() ?? '').filter((value) => value !== '');
}

const most_values = 40;

function tableOf(field: Field, values: readonly string[], sample: Sample): CellRule['values'] {
  const different = [...new Set(values)].slice(0, most_values);
  const known = different.flatMap((value): [string, string][] => {
    if (field === 'rep' || field === 'owner') {
      const rep = sample.reps.find(({ name }) => folded(name) === folded(value));
      return rep ? [[value, rep.email]] : [];
    }
    const word = Object.entries(words[field] ?? {}).find(([, like]) => like.test(folded(value)));
    if (field === 'stage') return [[value, word?.[0] ?? value]]; // its names are the company's
    return word ? [[value, word[0]]] : [];
  });
  return Object.fromEntries(known);
}

/** A comma is the decimal sign where numbers have one and no point. */
function decimalOf(sample: Sample, rule: CellRule | undefined): string | null {
  const values = rule?.column === undefined ? [] : columnValues(sample, rule.column);
  return values.some((value) => value.includes(',')) && !values.some((value) => value.includes('.'))
    ? ','
    : null;
}

const isNumber = (value: string) => /^\d+([.,]\d+)?$/.test(value);

function unitOf(heading: string): CellRule['unit'] {
  if (/milli|\bms\b/.test(heading)) return 'milliseconds';
  if (/min|мин|perc|دقائق/.test(heading)) return 'minutes';
  return /hour|час|óra|orë/.test(heading) ? 'hours' : 'seconds';
}

function ruleOf(field: Field, column: string, sample: Sample): CellRule | null {
  const values = columnValues(sample, column);
  if (field === 'duration_s') {
    return values.every(isNumber) ? { column, unit: unitOf(folded(column)) } : null;
  }
  const isAddress = values.length > 0 && values.every((value) => value.includes('@'));
  if ((field === 'rep' || field === 'owner') && isAddress) return { column };
  if (isMoment(field)) {
    const form = guessForm(values);
    return form === null ? null : { column, form };
  }
  if (field === 'phone' || field === 'email') return { column, optional: true };
  const needsTable = field in words || field === 'rep' || field === 'owner';
  return needsTable ? { column, values: tableOf(field, values, sample) } : { column };
}

const isTime = (value: string) => /^\d{1,2}:\d{2}(:\d{2})?( ?[ap]m)?$/i.test(value.trim());

/** A day whose time stands in a column of its own. */
function withTimeOfDay(sample: Sample, day: string, form: string): CellRule {
  const alone = { column: day, form };
  if (/h/i.test(form)) return alone;
  const times = sample.columns.filter((column) => {
    const values = columnValues(sample, column);
    return values.length > 0 && values.every(isTime);
  });
  const [time] = times;
  if (time === undefined || times.length > 1) return alone;
  const [days, hours] = [columnValues(sample, day), columnValues(sample, time)];
  if (days.length !== hours.length) return alone;
  const joined = guessFormOfMost(days.map((value, at) => `${value} ${hours[at] ?? ''}`));
  return joined === null ? alone : { columns: [day, time], form: joined };
}

/** The first column of which every value is a moment; a heading that speaks of a time comes before the others, and of
 *  such a column most values are enough: the rows of the others are refused. */
function momentOf(sample: Sample): CellRule | null {
  const like =
    /start|began|begin|occurred|date|time|when|дата|начало|dátum|datum|kezdet|dat[ëa]|تاريخ/;
  const ranked = sample.columns.toSorted(
    (a, b) => Number(like.test(folded(b))) - Number(like.test(folded(a))),
  );
  for (const column of ranked) {
    const values = columnValues(sample, column);
    const form = guessForm(values) ?? (like.test(folded(column)) ? guessFormOfMost(values) : null);
    if (form !== null) return withTimeOfDay(sample, column, form);
  }
  return null;
}

/** `named`: the column that names a record, where one was found already. */
function keyOf(sample: Sample, named?: string): string[] {
  const like = /^((call|record|activity|unique|row) ?)?(id|uuid|key|№|#)$|^callid$|^uniqueid$/;
  const column = named ?? sample.columns.find((each) => like.test(folded(each)));
  if (column === undefined) return [];
  const values = columnValues(sample, column);
  const isKey = values.length === sample.rows.length && new Set(values).size === values.length;
  return isKey ? [column] : [];
}

/** Every column without which the file is refused. */
export function columnsNamed({ key = [], fields, attributes = {} }: Mapping): string[] {
  const rules = [...Object.values(fields), ...Object.values(attributes)];
  const named = rules.filter(({ optional }) => optional !== true).flatMap(columnsIn);
  return [...new Set([...key, ...named])];
}

const capitals = (names: readonly string[]) => names.map((name) => name.toUpperCase());

/** One that comes with the program and of which the file has every column. */
export const fittingMapping = (
  columns: readonly string[],
  shipped: readonly Mapping[],
): Mapping | undefined =>
  shipped.find(
    (mapping) =>
      intoOf(mapping) in fieldsOf &&
      isDelimited(mapping) &&
      capitals(columnsNamed(mapping)).every((column) => capitals(columns).includes(column)),
  );

/** A calendar and an address book are known by their form, JSON by its members. */
function fittingForm({ format, columns, records, shipped }: Sample): Mapping | undefined {
  return shipped.find((mapping) => {
    if (mapping.format !== format) return false;
    if (format !== 'json') return format === 'ics' || format === 'vcard';
    const members = columnsNamed(mapping).filter((column) => !column.startsWith('/'));
    return mapping.records === records && members.every((column) => columns.includes(column));
  });
}

/** People have addresses and numbers; what happened has a date and a word for its end; what may be sold has a stage. */
function guessInto(sample: Sample, moment: CellRule | null): Into {
  const has = (field: Field, into: Into = 'activities') =>
    sample.columns.some((column) => headingOf(into, field)?.test(folded(column)) === true);
  const isOpen = has('stage') && (has('amount') || has('close_day'));
  if (isOpen && has('name', 'opportunities')) return 'opportunities';
  const isOfPeople = has('name') && (has('phone') || has('email'));
  const happened = moment !== null && (has('outcome') || has('direction') || has('duration_s'));
  return isOfPeople && !happened ? 'contacts' : 'activities';
}

export function guessMapping(sample: Sample): Mapping {
  const isTable = sample.format === undefined;
  const fitting = isTable ? fittingMapping(sample.columns, sample.shipped) : fittingForm(sample);
  if (fitting) return isTable ? { ...fitting, encoding: sample.encoding } : fitting;
  const rules: Mapping['fields'] = {};
  const moment = momentOf(sample);
  if (moment) rules.occurred_at = moment;
  const into = guessInto(sample, moment);
  if (into !== 'activities') delete rules.occurred_at;
  const taken = new Set<string | undefined>(rules.occurred_at && columnsIn(rules.occurred_at));
  for (const field of fieldsOf[into]) {
    const like = headingOf(into, field);
    const column = sample.columns.find((each) => !taken.has(each) && like?.test(folded(each)));
    const rule = column === undefined ? null : ruleOf(field, column, sample);
    if (rule === null) continue;
    rules[field] = rule;
    taken.add(column);
  }
  if (into === 'activities') rules.kind ??= { constant: 'call' };
  // An opportunity that was lost needs a reason.
  if (into === 'opportunities') rules.reason = { constant: 'not told by the file' };
  const key = keyOf(sample, into === 'opportunities' ? rules.key?.column : undefined);
  const decimal = decimalOf(sample, rules.duration_s);
  const isTabbed = sample.separator === '\t';
  return {
    name: sample.name,
    into,
    format: sample.format ?? (isTabbed ? 'tsv' : 'csv'),
    ...(sample.records !== undefined && { records: sample.records }),
    ...(isTable && !isTabbed && { separator: sample.separator }),
    encoding: sample.encoding,
    ...(decimal !== null && { decimal }),
    ...(key.length > 0 && { key }),
    fields: rules,
  };
}
