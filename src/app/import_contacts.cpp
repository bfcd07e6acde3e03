// SPDX-License-Identifier: Apache-2.0
#include "app/import_contacts.h"

#include <algorithm>
#include <array>

#include "app/account_sight.h"
#include "app/phones.h"
#include "app/put_activities.h"
#include "app/relation.h"
#include "app/turns.h"
#include "base/enum_text.h"

namespace paceline {
namespace {

constexpr std::string_view kInUse = "import.kept.in_use";
constexpr std::string_view kChangedSince = "import.kept.corrected";

/// The members of a contact that a later file may change.
constexpr std::array<std::string_view, 8> kChangeable{"name",  "key",      "account_name", "phone",
                                                      "email", "relation", "temperature",  "source"};

static_assert(kChangeable.size() == ToldKeys::kMembers);

/// As the draft tells the member; absent: it says nothing of it. REQUIRES: a checked draft.
std::optional<std::string> told(const ContactDraft& draft, std::string_view field) {
  if (field == "name") return *parse_name(draft.name);
  if (field == "key") return draft.key;
  if (field == "account_name" && draft.account_name) return *parse_name(*draft.account_name);
  if (field == "phone" && draft.phone) return *parse_phone(*draft.phone);
  if (field == "email" && draft.email) return *parse_email(*draft.email);
  if (field == "relation" && draft.relation) return std::string(enum_text(*draft.relation));
  if (field == "temperature" && draft.temperature) return std::string(enum_text(*draft.temperature));
  if (field == "source") return draft.source;
  return std::nullopt;
}

std::optional<std::string> stored(const Contact& contact, const std::optional<std::string>& account_name,
                                  std::string_view field) {
  if (field == "name") return contact.name;
  if (field == "key") return contact.key;
  if (field == "account_name") return account_name;
  if (field == "phone") return contact.phone;
  if (field == "email") return contact.email;
  if (field == "relation") return std::string(enum_text(contact.relation));
  if (field == "temperature") return std::string(enum_text(contact.temperature));
  return contact.source;
}

bool changed_by_import(const ContactChange& change) {
  return change.reason == kImportChanged || change.reason == kImportUndone;
}

/// What the files have said of the member so far.
std::optional<std::string> files_said(const std::vector<ContactChange>& changes, std::string_view field,
                                      std::optional<std::string> now) {
  std::optional<std::string> said = std::move(now);
  bool by_others = false;
  for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
    for (const ContactFieldChange& each : change->fields) {
      if (each.field != field) continue;
      if (changed_by_import(*change)) return by_others ? each.after : said;
      by_others = true;
      said = each.before;
    }
  }
  return said;
}

Result<std::optional<std::string>> account_name_of(const Contact& contact, ContactStore& contacts) {
  if (!contact.account_id) return std::optional<std::string>();
  PACELINE_TRY(const auto account, contacts.find_account(*contact.account_id));
  return account ? std::optional(account->name) : std::nullopt;
}

template <class E>
void read_word(const std::optional<std::string>& word, std::optional<E>& member, Error fault, Errors& faults) {
  if (!word) return;
  member = parse_enum<E>(*word);
  if (!member) faults.push_back(std::move(fault));
}

}  // namespace

Result<std::optional<UserId>> ImportContacts::find_owner(const std::optional<std::string>& email) {
  std::optional<UserId> owner = context_.entry.rep_id;
  if (email) {
    const auto address = parse_email(*email);
    PACELINE_TRY(const auto user, stores_.people.find_user_by_email(address ? *address : ""));
    if (!user) return fail(Fault::invalid, "contact.owner.not_found", "/owner");
    owner = user->user_id;
  }
  Whose whose = Whose::nobody;
  if (owner) {
    PACELINE_TRY(whose, relation_to_user(context_.actor, *owner, context_.now, context_.zones, stores_));
  }
  if (const auto allowed = authorise(context_.actor, Right::edit_contacts, whose); !allowed)
    return fail(allowed.error().fault, allowed.error().code, "/owner");
  return owner;
}

Result<std::optional<UserId>> ImportContacts::owner_of(const std::optional<std::string>& email) {
  const auto known = owners_.find(email.value_or(""));
  if (known != owners_.end()) return known->second;
  return owners_.emplace(email.value_or(""), find_owner(email)).first->second;
}

Checked<ContactDraft> ImportContacts::draft_of(const ContactCells& cells, const RowReader& reader) {
  ContactDraft draft;
  Errors faults;
  draft.name = cells.name;
  draft.key = cells.key;
  draft.account_name = cells.account_name;
  draft.segment = cells.segment;
  draft.phone = cells.phone;
  draft.email = cells.email;
  if (draft.phone && !parse_phone(*draft.phone) && reader.is_optional("/phone")) draft.phone.reset();
  if (draft.email && !parse_email(*draft.email) && reader.is_optional("/email")) draft.email.reset();
  read_word(cells.relation, draft.relation, {Fault::invalid, "contact.relation.unknown", "/relation", {}}, faults);
  read_word(cells.temperature, draft.temperature, {Fault::invalid, "contact.temperature.unknown", "/temperature", {}},
            faults);
  draft.source = cells.source;
  const auto owner = owner_of(cells.owner);
  if (owner) draft.owner_id = *owner;
  const bool says_nothing = !owner && owner.error().code == "contact.owner.not_found" && reader.is_optional("/owner");
  if (says_nothing) draft.owner_id = context_.entry.rep_id;
  if (!owner && !says_nothing) faults.push_back(owner.error());
  if (auto checked = check_contact(draft); !checked)
    faults.insert(faults.end(), checked.error().begin(), checked.error().end());
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return draft;
}

/// Whoever writes about a contact waits for others who do.
Result<void> ImportContacts::take_turns_of_known(const std::vector<const NamedRow*>& rows) {
  std::set<ContactId> contacts;
  for (const NamedRow* row : rows) {
    PACELINE_TRY(const auto known, known_under({source_of_import(context_.entry), row->external_id}));
    if (known) contacts.insert(known->contact_id);
  }
  return take_turns(contacts, {}, stores_);
}

Result<std::vector<Checked<PutRow>>> ImportContacts::put(const std::vector<const NamedRow*>& rows,
                                                         const RowReader& reader) {
  if (!context_.dry) PACELINE_CHECK(take_turns_of_known(rows));
  std::vector<Checked<PutRow>> put;
  put.reserve(rows.size());
  for (const NamedRow* row : rows) {
    const auto draft = draft_of(std::get<ContactCells>(row->row.cells), reader);
    put.push_back(draft ? put_one(*draft, {source_of_import(context_.entry), row->external_id})
                        : Checked<PutRow>(tl::unexpected(draft.error())));
    if (!put.back() && put.back().error().front().fault == Fault::unavailable)
      return tl::unexpected(put.back().error().front());
  }
  return put;
}

/// Under the name that the file has for it, or in an export by the id that it has here.
Result<std::optional<Contact>> ImportContacts::known_under(const EvidenceKey& key) {
  PACELINE_TRY(auto known, stores_.contacts.find_contact_by_source(key));
  const auto own = context_.exported && !known ? parse_id<ContactId>(key.external_id) : tl::unexpected(Error{});
  return own ? stores_.contacts.find_contact(*own) : Result<std::optional<Contact>>(std::move(known));
}

/// Whoever imports must be allowed to read it, or it would tell what is in it.
Result<void> ImportContacts::may_read(const Contact& contact) {
  Whose whose = Whose::nobody;
  if (contact.owner_id) {
    PACELINE_TRY(whose, relation_to_user(context_.actor, *contact.owner_id, context_.now, context_.zones, stores_));
  }
  return authorise(context_.actor, Right::read_contacts, whose);
}

Checked<PutRow> ImportContacts::put_one(const ContactDraft& draft, const EvidenceKey& key) {
  auto known = known_under(key);
  if (!known) return tl::unexpected(Errors{std::move(known).error()});
  if (!*known) return add(draft, key);
  if (const auto may = may_read(**known); !may) return tl::unexpected(Errors{may.error()});
  return change(draft, **std::move(known));
}

/// Of a dry run: the file itself may have named the contact before.
Checked<PutRow> ImportContacts::would_add(const ContactDraft& draft) {
  PutRow put{Put::added, {}, {}, {}};
  if (!draft.key || context_.told_keys == nullptr) return put;
  ToldKeys::Members says;
  for (std::size_t at = 0; at < kChangeable.size(); ++at) says[at] = told(draft, kChangeable[at]);
  ContactDraft whole = draft;
  whole.relation = draft.relation.value_or(Relation::new_);
  whole.temperature = draft.temperature.value_or(Temperature::cold);
  ToldKeys::Members would_store;
  for (std::size_t at = 0; at < kChangeable.size(); ++at) would_store[at] = told(whole, kChangeable[at]);
  const auto before = context_.told_keys->tell(*draft.key, says, would_store);
  if (before == ToldKeys::Told::other)
    return tl::unexpected(Errors{{Fault::conflict, "contact.key.taken", "/key", {}}});
  if (before == ToldKeys::Told::same) put.put = Put::unchanged;
  return put;
}

Result<void> ImportContacts::may_name_account_of(const ContactDraft& draft) {
  if (!draft.account_name) return {};
  return may_name_account(context_.actor, *parse_name(*draft.account_name), context_.now, context_.zones, stores_);
}

Checked<PutRow> ImportContacts::add(const ContactDraft& draft, const EvidenceKey& key) {
  PutRow put{Put::added, {}, {}, {}};
  if (context_.dry) {
    const auto before = contact_told_before(draft, stores_.contacts);
    if (!before) return tl::unexpected(Errors{before.error()});
    if (*before) return PutRow{Put::unchanged, RecordId((*before)->value()), {}, {}};
    if (const auto may = may_name_account_of(draft); !may) return tl::unexpected(Errors{may.error()});
    return would_add(draft);
  }
  const auto added = add_contact(context_.actor, draft, context_.now, context_.zones, context_.ids, stores_);
  if (!added) return tl::unexpected(added.error());
  put.record_id = RecordId(added->contact_id.value());
  if (!added->added) {
    put.put = Put::unchanged;
    return put;
  }
  if (added->new_account) put.came_with_it = RecordId(added->new_account->value());
  if (auto named = stores_.contacts.add_source(key, added->contact_id); !named)
    return tl::unexpected(Errors{std::move(named).error()});
  return put;
}

Result<void> ImportContacts::set(Contact& contact, const std::string& field, const std::optional<std::string>& value,
                                 const ContactDraft* draft, std::optional<RecordId>* new_account) {
  if (field == "name") contact.name = value.value_or("");
  if (field == "key") contact.key = value;
  if (field == "phone") contact.phone = value;
  if (field == "email") contact.email = value;
  if (field == "source") contact.source = value;
  if (field == "relation") contact.relation = parse_enum<Relation>(value.value_or("")).value_or(Relation::new_);
  if (field == "temperature")
    contact.temperature = parse_enum<Temperature>(value.value_or("")).value_or(Temperature::cold);
  if (field != "account_name") return {};
  contact.account_id.reset();
  if (!value) return {};
  const auto segment = draft == nullptr ? std::nullopt : draft->segment;
  PACELINE_TRY(const AccountOfDraft account, account_for(*value, segment, context_.ids, stores_.contacts));
  contact.account_id = account.account_id;
  if (account.added && new_account != nullptr) *new_account = RecordId(account.account_id.value());
  return {};
}

Checked<PutRow> ImportContacts::change(const ContactDraft& draft, Contact now) {
  const auto changed = [&]() -> Result<PutRow> {
    PutRow put{Put::unchanged, RecordId(now.contact_id.value()), {}, {}};
    PACELINE_TRY(const auto account_name, account_name_of(now, stores_.contacts));
    PACELINE_TRY(const auto changes, stores_.contacts.changes_of(now.contact_id));
    ContactChange change{{}, now.contact_id, std::string(kImportChanged), context_.actor.user_id, context_.now, {}};
    for (const std::string_view field : kChangeable) {
      auto before = stored(now, account_name, field);
      auto after = told(draft, field);
      if (after && *after != before && after != files_said(changes, field, before))
        change.fields.push_back({std::string(field), std::move(before), std::move(after)});
    }
    if (change.fields.empty()) return put;
    put.put = Put::changed;
    Whose whose = Whose::nobody;
    if (now.owner_id) {
      PACELINE_TRY(whose, relation_to_user(context_.actor, *now.owner_id, context_.now, context_.zones, stores_));
    }
    PACELINE_CHECK(authorise(context_.actor, Right::edit_contacts, whose));
    if (draft.key && draft.key != now.key) {
      PACELINE_TRY(const auto other, stores_.contacts.find_contact_by_key(*draft.key));
      if (other && other->contact_id != now.contact_id) return fail(Fault::conflict, "contact.key.taken", "/key");
    }
    const bool names_account = std::any_of(change.fields.begin(), change.fields.end(), [](const auto& field) {
      return field.field == "account_name" && field.after;
    });
    if (names_account) PACELINE_CHECK(may_name_account_of(draft));
    if (context_.dry) return put;
    Contact after = now;
    for (const ContactFieldChange& field : change.fields)
      PACELINE_CHECK(set(after, field.field, field.after, &draft, &put.came_with_it));
    change.change_id = context_.ids.make<ChangeId>();
    put.change_id = change.change_id;
    PACELINE_CHECK(stores_.contacts.change_contact(after, change));
    PACELINE_CHECK(note_phone_of(after, stores_));
    PACELINE_CHECK(stores_.ledger.tell("contact", now.owner_id, context_.now));
    return put;
  }();
  if (!changed) return tl::unexpected(Errors{changed.error()});
  return *changed;
}

Result<std::vector<TakenBack>> ImportContacts::take_back(const std::vector<ImportedRow>& rows, bool again) {
  std::set<ContactId> contacts;
  for (const ImportedRow& row : rows) contacts.insert(ContactId(row.record_id.value()));
  if (!again) PACELINE_CHECK(take_turns(contacts, {}, stores_));
  std::vector<TakenBack> taken;
  taken.reserve(rows.size());
  for (const ImportedRow& row : rows) {
    PACELINE_TRY(auto one, again ? remove_account(AccountId(row.record_id.value())) : take_one_back(row));
    taken.push_back(std::move(one));
  }
  return taken;
}

Result<TakenBack> ImportContacts::take_one_back(const ImportedRow& row) {
  const ContactId contact_id(row.record_id.value());
  PACELINE_TRY(auto now, stores_.contacts.find_contact(contact_id));
  if (!now) {
    // An account: only at the end the contacts that came with it are gone, or in their former accounts.
    PACELINE_TRY(const auto account, stores_.contacts.find_account(AccountId(row.record_id.value())));
    return TakenBack{false, std::nullopt, account.has_value()};
  }
  PACELINE_TRY(const auto changes, stores_.contacts.changes_of(contact_id));
  if (row.change_id) {
    const bool last_word = !changes.empty() && changes.back().change_id == *row.change_id;
    if (!last_word) return TakenBack{false, std::string(kChangedSince), false};
    return set_back(*std::move(now), changes.back());
  }
  const bool as_added = changes.empty() || (std::all_of(changes.begin(), changes.end(), changed_by_import) &&
                                            changes.back().reason == kImportUndone);
  return as_added ? remove_added(*now) : Result<TakenBack>(TakenBack{false, std::string(kChangedSince), false});
}

Result<TakenBack> ImportContacts::remove_added(const Contact& contact) {
  PACELINE_TRY(const bool handed_over, was_noted("contact.owner", to_text(contact.contact_id)));
  if (handed_over) return TakenBack{false, std::string(kChangedSince), false};
  PACELINE_TRY(const bool in_use, stores_.contacts.is_in_use(contact.contact_id));
  if (in_use) return TakenBack{false, std::string(kInUse), false};
  PACELINE_CHECK(stores_.contacts.remove_contact(contact.contact_id));
  PACELINE_CHECK(stores_.phones.put_contact_phones(contact.contact_id, {}));
  PACELINE_CHECK(stores_.ledger.tell("contact", contact.owner_id, context_.now));
  return TakenBack{true, std::nullopt, false};
}

Result<TakenBack> ImportContacts::set_back(Contact now, const ContactChange& last) {
  ContactChange back{context_.ids.make<ChangeId>(), now.contact_id, std::string(kImportUndone),
                     context_.actor.user_id,        context_.now,   {}};
  for (const ContactFieldChange& field : last.fields) {
    back.fields.push_back({field.field, field.after, field.before});
    PACELINE_CHECK(set(now, field.field, field.before, nullptr, nullptr));
  }
  PACELINE_CHECK(stores_.contacts.change_contact(now, back));
  PACELINE_CHECK(note_phone_of(now, stores_));
  PACELINE_CHECK(stores_.ledger.tell("contact", now.owner_id, context_.now));
  return TakenBack{true, std::nullopt, false};
}

/// One that goes is not counted: it came with a contact.
Result<TakenBack> ImportContacts::remove_account(AccountId account_id) {
  PACELINE_TRY(const auto account, stores_.contacts.find_account(account_id));
  if (!account) return TakenBack{};
  PACELINE_TRY(const bool in_use, stores_.contacts.is_account_in_use(account_id));
  if (in_use) return TakenBack{false, std::string(kInUse), false};
  PACELINE_TRY(const bool edited, was_noted("account.change", to_text(account_id)));
  if (edited) return TakenBack{false, std::string(kChangedSince), false};
  PACELINE_CHECK(stores_.contacts.remove_account(account_id));
  PACELINE_CHECK(stores_.ledger.tell("account", std::nullopt, context_.now));
  return TakenBack{};
}

/// Since the import was begun: what somebody did by hand is in the audit.
Result<bool> ImportContacts::was_noted(std::string_view action, std::string_view subject) {
  auto known = noted_.find(std::string(action));
  if (known == noted_.end()) {
    PACELINE_TRY(auto subjects, stores_.ledger.noted_since(action, context_.entry.import_id.value()));
    known = noted_.emplace(std::string(action), std::move(subjects)).first;
  }
  return known->second.contains(std::string(subject));
}

}  // namespace paceline
