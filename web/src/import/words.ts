// The words of import: fields, states, and what the codes of docs/api/errors.md say to a person.
import type { I18n, MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ImportState } from '../api/importCalls';
import type { Field, Into } from './mapping';
import type { Encoding } from './sample';

export const fieldWords: Record<Field, MessageDescriptor> = {
  kind: msg({ message: 'Kind', context: 'of an activity' }),
  occurred_at: msg`When it happened`,
  outcome: msg({ message: 'Outcome', context: 'of an activity' }),
  direction: msg`Direction`,
  duration_s: msg`Duration`,
  rep: msg`Rep, by e-mail address`,
  contact: msg`Contact, by the company’s key`,
  topic: msg({ message: 'Topic', context: 'of an activity' }),
  product_line: msg`Product line`,
  lead_source: msg`Source of the lead`,
  note: msg({ message: 'Note', context: 'of an activity' }),
  known_at: msg`When it became known`,
  name: msg({ message: 'Name', context: 'of a contact' }),
  phone: msg`Telephone`,
  email: msg`E-mail address`,
  account_name: msg`Account`,
  key: msg`The company’s own key`,
  owner: msg`Who looks after it, by e-mail address`,
  relation: msg({ message: 'Relation', context: 'of a contact' }),
  temperature: msg({ message: 'Temperature', context: 'of a contact' }),
  source: msg({ message: 'Source', context: 'of a contact' }),
  segment: msg({ message: 'Segment', context: 'of an account' }),
  from_number: msg`Number that called`,
  to_number: msg`Number that was called`,
  contact_id: msg`Id of the contact in Paceline`,
  state: msg`State: active, corrected, voided`,
  occurred_precision: msg`How exact the moment is`,
  attributes: msg`Words of one’s own, as JSON`,
  parent: msg`What it is a part of`,
  sector: msg({ message: 'Sector', context: 'of an account' }),
  region: msg({ message: 'Region', context: 'of an account' }),
  country: msg({ message: 'Country', context: 'of an account' }),
  email_domain: msg`Domain of the e-mail addresses`,
  team: msg`Team`,
  parent_team: msg`The team above`,
  manager: msg({ message: 'Manager', context: 'of a person' }),
  list_price: msg`List price`,
  currency: msg`Currency`,
  account: msg`Account`,
  pipeline: msg`Pipeline`,
  amount: msg({ message: 'Amount', context: 'of an opportunity' }),
  stage: msg({ message: 'Stage', context: 'of an opportunity' }),
  began_stage: msg`Stage in which it began`,
  reason: msg`Reason why it was lost`,
  began_at: msg`When it began`,
  moved_at: msg`When it came to its stage`,
  close_day: msg`Expected close`,
};

export const intoWords: Record<Into, MessageDescriptor> = {
  activities: msg`activities`,
  contacts: msg`contacts`,
  accounts: msg`accounts`,
  people: msg`people who sell`,
  product_lines: msg`product lines`,
  opportunities: msg`opportunities`,
};

export const relationWords = {
  new: msg({ message: 'new', context: 'a contact' }),
  lead: msg({ message: 'lead', context: 'a contact' }),
  customer: msg({ message: 'customer', context: 'a contact' }),
};

export const encodingWords: Record<Encoding, MessageDescriptor> = {
  utf_8: msg`UTF-8 (usual)`,
  utf_16_le: msg`UTF-16, as Excel saves Unicode text`,
  utf_16_be: msg`UTF-16, high byte first`,
  windows_1250: msg`Windows-1250, Central Europe`,
  windows_1251: msg`Windows-1251, Cyrillic`,
  windows_1252: msg`Windows-1252, Western Europe`,
  windows_1256: msg`Windows-1256, Arabic`,
};

export const stateWords: Record<ImportState, MessageDescriptor> = {
  receiving: msg`being sent`,
  checking: msg`being checked`,
  checked: msg`checked, not imported`,
  dry_run: msg`only checked`,
  importing: msg`being imported`,
  done: msg`imported`,
  cancelled: msg`stopped`,
  failed: msg`failed`,
  undoing: msg`being undone`,
  undone: msg`undone`,
};

const unknownValue = msg`The table of values does not name it.`;
const notPlain = msg`Not a word of this product.`;
const noDate = msg`Not a date of the form that was given.`;
const noRight = msg`You may not log for this rep.`;
const noContactWord = msg`Not one of the words that a contact can have.`;
const brokenLine = msg`A line in it is broken.`;
const brokenJson = msg`This is no JSON.`;
const noForm = msg`A date needs year, month and day, each once. An example: dd.MM.yyyy HH:mm`;

const codes: Record<string, MessageDescriptor> = {
  'import.file.empty': msg`The file has no row.`,
  'import.bytes.out_of_range': msg`The file is empty, or larger than 4 GB.`,
  'import.form.incomplete': noForm,
  'import.form.twice': noForm,
  'import.form.unknown_letter': noForm,
  'import.mapping.form': noForm,
  'import.header.column_missing': msg`The file has no such column.`,
  'import.header.column_twice': msg`Two columns have this heading.`,
  'import.header.separator': msg`The file separates its values otherwise. Choose another separator.`,
  'import.key.empty': msg`The columns that name the row are empty.`,
  'import.key.repeated': msg`A row above has the same key.`,
  'import.mapping.column': msg`The file has no such column.`,
  'import.mapping.field_missing': msg`This is needed.`,
  'import.mapping.name': msg`Only small letters a to z, digits, - and _.`,
  'import.mapping.separator': msg`One character that is no letter, quote or space.`,
  'import.mapping.source': msg`Choose a column, or one value for all rows.`,
  'import.mapping.unknown': msg`No mapping of this name comes with the program.`,
  'import.moment.malformed': noDate,
  'import.moment.out_of_range': msg`No such day or time.`,
  'import.row.after_quote': msg`Something follows a closing quote.`,
  'import.row.columns': msg`Another number of values than the first row has.`,
  'import.row.control_character': msg`A control character in the row.`,
  'import.row.quote_open': msg`A quote that is not closed.`,
  'import.row.too_large': msg`The row is too large.`,
  'import.row.undecodable': msg`Bytes that mean nothing in this encoding.`,
  'import.value.missing': msg`A value that is needed is empty.`,
  'import.value.number': msg`Not a number.`,
  'import.value.unknown': unknownValue,
  'import.ics.cancelled': msg`It was cancelled.`,
  'import.ics.component': msg`No event: a task, a note or something else.`,
  'import.ics.line_malformed': brokenLine,
  'import.ics.nesting_broken': msg`Its beginning and its end do not match.`,
  'import.ics.no_calendar': msg`This is no calendar.`,
  'import.ics.recurring': msg`It comes again. Only what happened once is a meeting.`,
  'import.json.malformed': brokenJson,
  'import.json.no_array': msg`The file has no list there.`,
  'import.json.not_an_object': brokenJson,
  'import.json.unfinished': msg`The file ends in the middle.`,
  'import.mapping.records': msg`As /value or /data/items.`,
  'import.vcard.line_malformed': brokenLine,
  'import.vcard.no_card': msg`This is no address book.`,
  'import.vcard.unfinished': msg`The file ends in the middle.`,
  'import.left_alone': msg`Nobody went on with the file for a week: it was removed.`,
  'import.kept.in_report': msg`It is a row of a closed report.`,
  'import.kept.in_use': msg`Other records depend on it.`,
  'import.kept.corrected': msg`Somebody corrected it since.`,
  'import.kept.ended': msg`It had ended before the file changed it.`,
  'import.kept.definition': msg`People, teams, product lines and changed accounts stay.`,
  'import.kept.refused': msg`It cannot be set back any more: something that it needs is in use no more.`,
  'import.undo.stopped': msg`The undo was stopped. What it had not come to stays until it goes on.`,
  'import.state': msg`This has happened already. The page shows how far the import is.`,
  'activity.rep.not_found': msg`No rep has this e-mail address.`,
  'call_record.rep.unknown': msg`No rep has this number.`,
  'activity.external_id.conflict': msg`The row is known, and something changed in it that cannot be corrected.`,
  'activity.kind.unknown': notPlain,
  'activity.outcome.unknown': notPlain,
  'activity.outcome.not_of_kind': msg`This kind has no such outcome.`,
  'activity.occurred_at.in_future': msg`This is in the future.`,
  'contact.key.taken': msg`Another contact has this key, or the same one with other content.`,
  'contact.owner.not_found': msg`Nobody here has this e-mail address.`,
  'contact.relation.unknown': noContactWord,
  'contact.temperature.unknown': noContactWord,
  'phone.malformed': msg`Not a telephone number.`,
  'email.malformed': msg`Not an e-mail address.`,
  'contact.key.unknown': msg`No contact has this key.`,
  'zone.unknown': msg`No time zone has this name. An example: Europe/Sofia.`,
  forbidden: noRight,
};

/** Codes whose detail is what stands in the file. */
const ofAValue =
  /^import\.(value|moment)\.|^(activity\.rep\.not_found|contact\.key\.unknown|call_record\.rep\.unknown)$/;

/** What stands in the file where a row was refused; empty: the words say it all. */
export function valueOf(fault: { code: string; detail: string }): string {
  return ofAValue.test(fault.code) ? fault.detail : '';
}

/** What a code means; the code itself where there are no words for it. */
export function codeWords(code: string, i18n: I18n): string {
  const known = codes[code];
  return known ? i18n._(known) : code;
}
