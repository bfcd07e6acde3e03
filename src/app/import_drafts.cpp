// SPDX-License-Identifier: Apache-2.0
#include "app/import_drafts.h"

#include <algorithm>

#include "app/relation.h"
#include "app/written_instant.h"
#include "base/enum_text.h"

namespace paceline {
namespace {

/// A moment is on the clock that stands beside it, else on that of the file; a date is the rep's own day.
const std::string& zone_for(const WrittenMoment& written, const std::string& of_file, const User& rep) {
  if (!written.zone.empty()) return written.zone;
  return written.precision == Precision::second ? of_file : rep.zone;
}

}  // namespace

Result<Whose> ImportDrafts::relation_to(UserId user_id) {
  return relation_to_user(context_.actor, user_id, context_.now, context_.zones, stores_);
}

Result<User> ImportDrafts::find_rep(const std::optional<std::string>& email) {
  std::optional<User> user;
  if (email) {
    const auto address = parse_email(*email);
    PACELINE_TRY(user, stores_.people.find_user_by_email(address ? *address : ""));
  } else if (context_.entry.rep_id) {
    PACELINE_TRY(user, stores_.people.find_user(*context_.entry.rep_id));
  }
  if (!user) return fail(Fault::invalid, "activity.rep.not_found", "/rep", email.value_or(""));
  PACELINE_TRY(const Whose whose, relation_to(user->user_id));
  if (const auto allowed = authorise(context_.actor, Right::log_activity, whose); !allowed)
    return fail(allowed.error().fault, allowed.error().code, "/rep");
  return *user;
}

const Result<User>& ImportDrafts::rep_of(const ActivityCells& cells) {
  const std::string address = cells.rep.value_or("");
  const auto known = reps_.find(address);
  if (known != reps_.end()) return known->second;
  return reps_.emplace(address, find_rep(cells.rep)).first->second;
}

/// The contact that had the id where the file comes from: here, or where it was imported from there.
Result<std::optional<Contact>> ImportDrafts::exported_contact(const std::string& id) {
  const auto contact_id = parse_id<ContactId>(id);
  if (!contact_id) return std::optional<Contact>();
  PACELINE_TRY(auto contact, stores_.contacts.find_contact(*contact_id));
  if (contact) return contact;
  return stores_.contacts.find_contact_by_source({std::string(kSourceOfExportedContacts), id});
}

Result<ContactId> ImportDrafts::find_contact(const ActivityCells& cells) {
  std::optional<Contact> contact;
  if (cells.contact_id) {
    PACELINE_TRY(contact, exported_contact(*cells.contact_id));
  }
  if (!contact && cells.contact) {
    PACELINE_TRY(contact, stores_.contacts.find_contact_by_key(*cells.contact));
    if (!contact) return fail(Fault::invalid, "contact.key.unknown", "/contact", *cells.contact);
  }
  if (!contact) return fail(Fault::invalid, "contact.unknown", "/contact_id");
  Whose whose = Whose::nobody;
  if (contact->owner_id) {
    PACELINE_TRY(whose, relation_to(*contact->owner_id));
  }
  if (const auto allowed = authorise(context_.actor, Right::read_contacts, whose); !allowed)
    return fail(allowed.error().fault, allowed.error().code, cells.contact ? "/contact" : "/contact_id");
  return contact->contact_id;
}

Result<std::optional<ContactId>> ImportDrafts::contact_of(const ActivityCells& cells) {
  if (!cells.contact && !cells.contact_id) return std::optional<ContactId>();
  const std::pair names{cells.contact_id.value_or(""), cells.contact.value_or("")};
  auto known = contacts_.find(names);
  if (known == contacts_.end()) known = contacts_.emplace(names, find_contact(cells)).first;
  PACELINE_TRY(const ContactId contact_id, known->second);
  return std::optional(contact_id);
}

Result<void> ImportDrafts::set_times(const ActivityCells& cells, const User& rep, ActivityDraft& draft) const {
  if (!cells.occurred_at) return fail(Fault::invalid, "import.value.missing", "/occurred_at");
  const WrittenMoment& occurred = *cells.occurred_at;
  PACELINE_TRY(draft.occurred_at, instant_of(occurred, zone_for(occurred, context_.zone, rep), context_.zones));
  if (occurred.precision != Precision::second) draft.occurred_precision = occurred.precision;
  if (cells.occurred_precision) {
    draft.occurred_precision = parse_enum<Precision>(*cells.occurred_precision);
    if (!draft.occurred_precision) return fail(Fault::invalid, "import.value.unknown", "/occurred_precision");
    if (draft.occurred_precision == Precision::second) draft.occurred_precision.reset();
  }
  if (!cells.known_at) {
    PACELINE_TRY(const Instant over, end_of(occurred, zone_for(occurred, context_.zone, rep), context_.zones));
    if (*draft.occurred_at <= context_.now) draft.known_at = std::min(over, context_.now);
    return {};
  }
  PACELINE_TRY(draft.known_at, end_of(*cells.known_at, zone_for(*cells.known_at, context_.zone, rep), context_.zones));
  return {};
}

/// Words that stand for a value of their own.
void ImportDrafts::set_words(const ActivityCells& cells, ActivityDraft& draft, Errors& faults) {
  const auto read = [&](const std::optional<std::string>& word, auto& member, const char* code, const char* pointer) {
    if (!word) return;
    member = parse_enum<typename std::decay_t<decltype(member)>::value_type>(*word);
    if (!member) faults.push_back({Fault::invalid, code, pointer, {}});
  };
  read(cells.direction, draft.direction, "activity.direction.unknown", "/direction");
  read(cells.relation, draft.relation, "contact.relation.unknown", "/relation");
  read(cells.temperature, draft.temperature, "contact.temperature.unknown", "/temperature");
}

Checked<ActivityDraft> ImportDrafts::draft_of(const ActivityCells& cells, EvidenceKey key) {
  ActivityDraft draft;
  Errors faults;
  const auto& rep = rep_of(cells);
  if (!rep) faults.push_back(rep.error());
  if (rep) draft.rep_id = rep->user_id;
  const auto contact = contact_of(cells);
  if (contact) draft.contact_id = *contact;
  if (!contact) faults.push_back(contact.error());
  draft.kind = cells.kind;
  set_words(cells, draft, faults);
  draft.outcome = cells.outcome;
  draft.duration_s = cells.duration_s;
  draft.topic = cells.topic;
  draft.product_line = cells.product_line;
  draft.lead_source = cells.lead_source;
  draft.segment = cells.segment;
  draft.note = cells.note;
  draft.attributes = cells.attributes;
  draft.key = std::move(key);
  if (rep) {
    auto times = set_times(cells, *rep, draft);
    if (!times && times.error().field.empty()) times.error().field = "/occurred_at";
    if (!times) faults.push_back(std::move(times).error());
  }
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return draft;
}

}  // namespace paceline
