// SPDX-License-Identifier: Apache-2.0
#include "app/import_drafts.h"

#include <algorithm>

#include "app/written_instant.h"
#include "base/enum_text.h"

namespace paceline {
namespace {

/// A moment is on the clock of the file; a date is the rep's own day.
const std::string& zone_for(const WrittenMoment& written, const std::string& of_file, const User& rep) {
  return written.precision == Precision::second ? of_file : rep.zone;
}

}  // namespace

Result<Whose> ImportDrafts::relation_to_user(UserId user_id) {
  PACELINE_TRY(const auto user, stores_.people.find_user(user_id));
  if (!user) return Whose::nobody;
  PACELINE_TRY(const LocalTime today, zones_.local(now_, user->zone));
  PACELINE_TRY(const auto team, stores_.people.team_on(user_id, today.day));
  return relation_to(actor_, user_id, team ? std::optional(team->team_id) : std::nullopt);
}

Result<User> ImportDrafts::find_rep(const std::optional<std::string>& email) {
  std::optional<User> user;
  if (email) {
    const auto address = parse_email(*email);
    PACELINE_TRY(user, stores_.people.find_user_by_email(address ? *address : ""));
  } else if (entry_.rep_id) {
    PACELINE_TRY(user, stores_.people.find_user(*entry_.rep_id));
  }
  if (!user) return fail(Fault::invalid, "activity.rep.not_found", "/rep");
  PACELINE_TRY(const Whose whose, relation_to_user(user->user_id));
  if (const auto allowed = authorise(actor_, Right::log_activity, whose); !allowed)
    return fail(allowed.error().fault, allowed.error().code, "/rep");
  return *user;
}

Result<User> ImportDrafts::rep_of(const ActivityCells& cells) {
  const auto known = reps_.find(cells.rep.value_or(""));
  if (known != reps_.end()) return known->second;
  return reps_.emplace(cells.rep.value_or(""), find_rep(cells.rep)).first->second;
}

Result<ContactId> ImportDrafts::find_contact(const std::string& key) {
  PACELINE_TRY(const auto contact, stores_.contacts.find_contact_by_key(key));
  if (!contact) return fail(Fault::invalid, "contact.key.unknown", "/contact");
  Whose whose = Whose::nobody;
  if (contact->owner_id) {
    PACELINE_TRY(whose, relation_to_user(*contact->owner_id));
  }
  if (const auto allowed = authorise(actor_, Right::read_contacts, whose); !allowed)
    return fail(allowed.error().fault, allowed.error().code, "/contact");
  return contact->contact_id;
}

Result<ContactId> ImportDrafts::contact_of(const std::string& key) {
  const auto known = contacts_.find(key);
  if (known != contacts_.end()) return known->second;
  return contacts_.emplace(key, find_contact(key)).first->second;
}

Result<void> ImportDrafts::set_times(const ActivityCells& cells, const User& rep, ActivityDraft& draft) const {
  if (!cells.occurred_at) return fail(Fault::invalid, "import.value.missing", "/occurred_at");
  const WrittenMoment& occurred = *cells.occurred_at;
  PACELINE_TRY(draft.occurred_at, instant_of(occurred, zone_for(occurred, zone_, rep), zones_));
  if (occurred.precision != Precision::second) draft.occurred_precision = occurred.precision;
  if (!cells.known_at) {
    PACELINE_TRY(const Instant over, end_of(occurred, zone_for(occurred, zone_, rep), zones_));
    if (*draft.occurred_at <= now_) draft.known_at = std::min(over, now_);
    return {};
  }
  PACELINE_TRY(draft.known_at, end_of(*cells.known_at, zone_for(*cells.known_at, zone_, rep), zones_));
  return {};
}

Checked<ActivityDraft> ImportDrafts::draft_of(const FileRow& row, EvidenceKey key) {
  const ActivityCells& cells = row.activity;
  ActivityDraft draft;
  Errors faults;
  const auto rep = rep_of(cells);
  if (!rep) faults.push_back(rep.error());
  if (rep) draft.rep_id = rep->user_id;
  if (cells.contact) {
    const auto contact = contact_of(*cells.contact);
    if (contact) draft.contact_id = *contact;
    if (!contact) faults.push_back(contact.error());
  }
  draft.kind = cells.kind;
  if (cells.direction) {
    draft.direction = parse_enum<Direction>(*cells.direction);
    if (!draft.direction) faults.push_back({Fault::invalid, "activity.direction.unknown", "/direction", {}});
  }
  draft.outcome = cells.outcome;
  draft.duration_s = cells.duration_s;
  draft.topic = cells.topic;
  draft.product_line = cells.product_line;
  draft.lead_source = cells.lead_source;
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
