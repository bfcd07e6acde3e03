// SPDX-License-Identifier: Apache-2.0
#include "app/begin_import.h"

#include <algorithm>
#include <array>

#include "app/relation.h"
#include "base/enum_text.h"

namespace paceline {
namespace {

constexpr const char* kUndoStopped = "import.undo.stopped";

/// The system is nobody in particular: what it imports without a rep is the first admin's.
Result<UserId> own_rep(const Actor& actor, Stores& stores) {
  if (actor.user_id) return actor.user_id;
  PACELINE_TRY(auto users, stores.people.users());
  std::erase_if(users, [](const User& user) { return !user.active || user.role != Role::admin; });
  const auto first =
      std::min_element(users.begin(), users.end(), [](const User& a, const User& b) { return a.user_id < b.user_id; });
  return first == users.end() ? UserId() : first->user_id;
}

Result<std::optional<User>> user_named(std::string_view name, PeopleStore& people) {
  if (const auto id = parse_id<UserId>(name)) return people.find_user(*id);
  const auto address = parse_email(name);
  return people.find_user_by_email(address ? *address : "");
}

/// What whoever imports must be allowed to do by hand.
Right right_to_import(ImportInto into) {
  switch (into) {
    case ImportInto::activities: return Right::log_activity;
    case ImportInto::contacts:
    case ImportInto::accounts: return Right::edit_contacts;
    case ImportInto::people:
    case ImportInto::product_lines: return Right::administer;
    case ImportInto::opportunities: return Right::edit_opportunities;
  }
  PACELINE_ASSERT(false);
  return Right::administer;
}

/// Whose the rows are that name no rep. Contacts that name no owner are, as by hand, of the rep who adds them, else
/// nobody's; definitions are nobody's.
Result<std::optional<UserId>> rep_of_rows(const Actor& actor, const std::optional<std::string>& named, ImportInto into,
                                          Instant now, const Zones& zones, Stores& stores) {
  std::optional<UserId> rep_id;
  const Right right = right_to_import(into);
  if (right == Right::administer) {
    PACELINE_CHECK(authorise(actor, right, Whose::nobody));
    return std::optional<UserId>();
  }
  if (right == Right::edit_contacts && !named)
    return actor.role == Role::rep ? std::optional(actor.user_id) : std::nullopt;
  if (named) {
    PACELINE_TRY(const auto user, user_named(*named, stores.people));
    if (!user) return fail(Fault::invalid, "activity.rep.not_found", "/rep");
    rep_id = user->user_id;
  } else {
    PACELINE_TRY(rep_id, own_rep(actor, stores));
    if (!*rep_id) return std::optional<UserId>();
  }
  PACELINE_TRY(const Whose whose, relation_to_user(actor, *rep_id, now, zones, stores));
  PACELINE_CHECK(authorise(actor, right, whose));
  return rep_id;
}

Result<void> check_parts(Import& entry, const Secrets& secrets, Stores& stores) {
  PACELINE_TRY(const ReceivedParts received, stores.imports.received(entry.import_id));
  if (received.bytes != entry.bytes)
    return fail(Fault::conflict, "import.parts_missing", {}, std::to_string(received.bytes) + " bytes are there");
  PACELINE_TRY(const auto fingerprints, stores.imports.fingerprints(entry.import_id));
  std::string all;
  for (const std::string& fingerprint : fingerprints) all += fingerprint;
  entry.file_hash = secrets.fingerprint(all);
  return {};
}

/// The state that a wish leads to, and those in which it may be wished.
struct Way {
  ImportState to;
  std::array<ImportState, 5> from;
};

Way way_of(ImportWish wish) {
  using enum ImportState;
  switch (wish) {
    case ImportWish::check: return {checking, {receiving, checked, receiving, checked, checked}};
    case ImportWish::start: return {importing, {receiving, checked, receiving, checked, checked}};
    case ImportWish::cancel: return {cancelled, {receiving, checking, checked, importing, undoing}};
    case ImportWish::undo: return {undoing, {done, cancelled, failed, done, done}};
  }
  return {cancelled, {}};
}

bool is_fulfilled(ImportState state, ImportWish wish) {
  using enum ImportState;
  switch (wish) {
    case ImportWish::check: return state == checking;
    case ImportWish::start: return state == importing || state == done;
    case ImportWish::cancel: return state == cancelled || state == dry_run;
    case ImportWish::undo: return state == undoing || state == undone;
  }
  return false;
}

std::string_view word_of(ImportWish wish) {
  switch (wish) {
    case ImportWish::check: return "check";
    case ImportWish::start: return "start";
    case ImportWish::cancel: return "cancel";
    case ImportWish::undo: return "undo";
  }
  return {};
}

void begin_again(Import& entry, Instant now) {
  entry.counts = {};
  entry.bytes_done = 0;
  entry.fault.reset();
  entry.began_at = now;
  entry.ended_at.reset();
}

}  // namespace

ImportState state_when_left(ImportState before) {
  const bool was_dry = before == ImportState::checking || before == ImportState::checked;
  return was_dry ? ImportState::dry_run : ImportState::cancelled;
}

Checked<Import> begin_import(const Actor& actor, const NewImport& wanted, const ImportFiles& files, Instant now,
                             const Zones& zones, Ids& ids, Stores& stores) {
  Errors faults;
  const auto mapping = files.check(wanted.mapping);
  if (!mapping) {
    faults = mapping.error();
    for (Error& fault : faults) fault.field = "/mapping" + fault.field;
  }
  if (mapping && !mapping->zone.empty() && !zones.local(now, mapping->zone))
    faults.push_back({Fault::invalid, "zone.unknown", "/mapping/zone", {}});
  if (wanted.bytes < 1 || wanted.bytes > kMostImportBytes)
    faults.push_back({Fault::invalid, "import.bytes.out_of_range", "/bytes", "1 to 4294967296"});
  const auto named = wanted.rep ? wanted.rep : (mapping ? mapping->rep : std::nullopt);
  const ImportInto into = mapping ? mapping->into : ImportInto::activities;
  const auto rep_id = rep_of_rows(actor, named, into, now, zones, stores);
  if (!rep_id) faults.push_back(rep_id.error());
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  Import entry;
  entry.import_id = ids.make<ImportId>();
  entry.file_name = wanted.file_name;
  entry.bytes = wanted.bytes;
  entry.mapping_name = mapping->name;
  entry.mapping = wanted.mapping;
  entry.rep_id = *rep_id;
  entry.actor_id = actor.user_id;
  entry.created_at = now;
  if (const auto added = stores.imports.add(entry); !added) return tl::unexpected(Errors{added.error()});
  return entry;
}

Result<bool> sees_import(const Actor& actor, Right right, const Import& entry, Instant now, const Zones& zones,
                         Stores& stores) {
  PACELINE_TRY(const Whose whose, relation_to_user(actor, entry.actor_id, now, zones, stores));
  return authorise(actor, right, whose).has_value();
}

Result<Import> import_for(const Actor& actor, Right right, ImportId import_id, Instant now, const Zones& zones,
                          Stores& stores) {
  PACELINE_TRY(auto entry, stores.imports.find(import_id));
  if (!entry) return fail(Fault::not_found, "import.not_found");
  PACELINE_TRY(const Whose whose, relation_to_user(actor, entry->actor_id, now, zones, stores));
  PACELINE_CHECK(authorise(actor, right, whose));
  return *std::move(entry);
}

Result<void> receive_part(const Import& entry, std::int64_t part, std::string_view bytes, const Secrets& secrets,
                          Stores& stores) {
  if (entry.state != ImportState::receiving) return fail(Fault::conflict, "import.state");
  const std::int64_t parts = (entry.bytes + kImportPartBytes - 1) / kImportPartBytes;
  if (part < 0 || part >= parts) return fail(Fault::invalid, "import.part.out_of_range", "{part}");
  const std::int64_t size = std::min(kImportPartBytes, entry.bytes - part * kImportPartBytes);
  if (static_cast<std::int64_t>(bytes.size()) != size)
    return fail(Fault::invalid, "import.part.size", {}, std::to_string(size) + " bytes");
  return stores.imports.put_part(entry.import_id, part, bytes, secrets.fingerprint(bytes));
}

Result<Import> want(const Actor& actor, Import entry, ImportWish wish, Instant now, const Secrets& secrets,
                    Stores& stores) {
  if (is_fulfilled(entry.state, wish)) return entry;
  const ImportState before = entry.state;
  const Way way = way_of(wish);
  if (std::find(way.from.begin(), way.from.end(), before) == way.from.end())
    return fail(Fault::conflict, "import.state", {}, "it is " + std::string(enum_text(before)));
  entry.state = wish == ImportWish::cancel ? state_when_left(before) : way.to;
  if (wish == ImportWish::check || wish == ImportWish::start) {
    PACELINE_CHECK(check_parts(entry, secrets, stores));
    PACELINE_CHECK(stores.imports.remove_faults(entry.import_id));
    begin_again(entry, now);
  }
  if (wish == ImportWish::cancel) entry.ended_at = now;
  if (wish == ImportWish::cancel && before == ImportState::undoing) entry.fault = kUndoStopped;
  if (wish == ImportWish::undo) {
    if (entry.fault == kUndoStopped) entry.fault.reset();
    entry.began_at = now;
    entry.ended_at.reset();
  }
  // For a cancelled one, too: its file is removed in the background. Before the import, as whoever works on it does.
  PACELINE_CHECK(stores.jobs.wake(kImportJob, now));
  PACELINE_CHECK(stores.imports.change(entry, before));
  PACELINE_CHECK(stores.ledger.note(
      {actor.user_id, "import." + std::string(word_of(wish)), to_text(entry.import_id), entry.mapping_name, now}));
  PACELINE_CHECK(stores.ledger.tell("import", entry.actor_id ? std::optional(entry.actor_id) : std::nullopt, now));
  return entry;
}

}  // namespace paceline
