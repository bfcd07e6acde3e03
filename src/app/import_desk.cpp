// SPDX-License-Identifier: Apache-2.0
#include "app/import_desk.h"

#include <algorithm>

#include "app/import_drafts.h"
#include "app/put_activities.h"
#include "app/sign_in.h"
#include "app/undo_import.h"

namespace paceline {
namespace {

constexpr std::size_t kMostOpen = 3;

/// Who imports, with the rights of now.
Result<Actor> actor_of_import(OrgId org_id, const Import& entry, Instant now, const Zones& zones, Stores& stores) {
  if (!entry.actor_id) return Actor{org_id, UserId(), Role::system, {}, {}, {}, Monitoring::full};
  PACELINE_TRY(const auto user, stores.people.find_user(entry.actor_id));
  if (!user || !user->active) return fail(Fault::forbidden, "access.forbidden");
  return actor_of_user(org_id, *user, now, zones, stores);
}

Result<void> remove_what_was_left(Instant now, Stores& stores) {
  PACELINE_TRY(const auto left, stores.imports.left_alone_since(now.plus_seconds(-kLeftAloneSeconds)));
  for (Import entry : left) {
    const ImportState before = entry.state;
    entry.state = ImportState::cancelled;
    entry.fault = "import.left_alone";
    entry.ended_at = now;
    PACELINE_CHECK(stores.imports.change(entry, before));
    PACELINE_CHECK(stores.imports.remove_parts(entry.import_id));
  }
  return {};
}

Result<void> tell(const Import& entry, Instant now, Stores& stores) {
  const auto whose = entry.actor_id ? std::optional(entry.actor_id) : std::nullopt;
  return stores.ledger.tell("import", whose, now);
}

/// What became of one row.
void count(const Checked<PutRow>& put, ImportCounts& counts, std::vector<ImportedRow>& imported) {
  if (!put) {
    ++counts.refused;
    return;
  }
  if (put->put == Put::unchanged) ++counts.unchanged;
  if (put->put == Put::added) ++counts.added;
  if (put->put == Put::changed) ++counts.changed;
  if (put->put != Put::unchanged) imported.push_back({put->activity_id, put->change_id});
}

void add_faults(const FileRow& row, const Errors& errors, const RowReader& reader, std::vector<RowFault>& faults) {
  if (!row.faults.empty()) {
    faults.insert(faults.end(), row.faults.begin(), row.faults.end());
    return;
  }
  for (const Error& error : errors)
    faults.push_back({row.row, reader.column_of(error.field), error.code, error.detail});
}

Result<void> keep_faults(ImportId import_id, std::vector<RowFault> faults, ImportStore& imports) {
  if (faults.empty()) return {};
  PACELINE_TRY(const std::int64_t place, imports.fault_count(import_id));
  const auto room = static_cast<std::size_t>(std::max<std::int64_t>(0, kMostImportFaults - place));
  if (faults.size() > room) faults.resize(room);
  return imports.add_faults(import_id, place, faults);
}

}  // namespace

Result<bool> ImportDesk::do_part(OrgId org_id, Instant now, Stores& stores) {
  dealt_with_ = 0;
  rows_ = nullptr;
  PACELINE_TRY(auto entry, stores.imports.next_to_do());
  if (!entry) {
    open_.erase(org_id);
    PACELINE_CHECK(remove_what_was_left(now, stores));
    return false;
  }
  const auto actor = actor_of_import(org_id, *entry, now, tools_.zones, stores);
  if (!actor && actor.error().fault != Fault::forbidden) return tl::unexpected(actor.error());
  if (!actor) return fail_whole(*std::move(entry), {{0, {}, actor.error().code, {}}}, now, stores);
  if (entry->state == ImportState::undoing) return undo(*actor, *std::move(entry), now, stores);
  return read_part(*actor, *std::move(entry), now, stores);
}

void ImportDesk::stored() {
  if (rows_ != nullptr && dealt_with_ > 0) rows_->take(dealt_with_);
  dealt_with_ = 0;
}

Result<void> ImportDesk::open(OrgId org_id, const Import& entry, Stores& stores) {
  auto& rows = open_[org_id];
  const bool goes_on = rows && rows->import_id() == entry.import_id && rows->state() == entry.state &&
                       rows->taken() == entry.counts.rows;
  if (!goes_on) rows = std::make_unique<ImportRows>(entry, tools_.files, tools_.secrets);
  rows_ = rows.get();
  while (rows_->taken() < entry.counts.rows && !rows_->ended()) {
    PACELINE_CHECK(rows_->fill(1, stores.imports));
    const auto done = static_cast<std::size_t>(entry.counts.rows - rows_->taken());
    rows_->take(std::min(done, rows_->at_hand().size()));
  }
  std::erase_if(open_, [&](const auto& each) { return open_.size() > kMostOpen && each.first != org_id; });
  return {};
}

Result<bool> ImportDesk::read_part(const Actor& actor, Import entry, Instant now, Stores& stores) {
  auto opened = open(actor.org_id, entry, stores);
  if (opened) opened = rows_->fill(kImportedAtOnce, stores.imports);
  if (!opened) {
    if (opened.error().code != "import.parts_missing") return tl::unexpected(opened.error());
    return fail_whole(std::move(entry), {{0, {}, opened.error().code, {}}}, now, stores);
  }
  if (!rows_->reader().faults().empty()) return fail_whole(std::move(entry), rows_->reader().faults(), now, stores);
  return put_rows(actor, entry, std::min(kImportedAtOnce, rows_->at_hand().size()), now, stores);
}

Result<bool> ImportDesk::put_rows(const Actor& actor, Import& entry, std::size_t rows, Instant now, Stores& stores) {
  const ImportState before = entry.state;
  const bool dry = before == ImportState::checking;
  const auto mapping = tools_.files.check(entry.mapping);
  if (!mapping) return fail_whole(std::move(entry), {{0, {}, mapping.error().front().code, {}}}, now, stores);
  PACELINE_TRY(const Organisation organisation, stores.people.organisation());
  ImportDrafts drafting(actor, entry, mapping->zone.empty() ? organisation.zone : mapping->zone, now, tools_.zones,
                        stores);
  const std::string source = "import:" + entry.mapping_name;
  std::vector<Checked<ActivityDraft>> drafts;
  drafts.reserve(rows);
  for (std::size_t at = 0; at < rows; ++at) {
    const NamedRow& named = rows_->at_hand()[at];
    drafts.push_back(named.row.faults.empty() ? drafting.draft_of(named.row, {source, named.external_id})
                                              : Checked<ActivityDraft>(tl::unexpected(Errors{})));
  }
  PACELINE_TRY(const auto put, put_activities(drafts, {actor, now, tools_.zones, tools_.ids, dry}, stores));
  std::vector<RowFault> faults;
  std::vector<ImportedRow> imported;
  for (std::size_t at = 0; at < rows; ++at) {
    count(put[at], entry.counts, imported);
    if (!put[at]) add_faults(rows_->at_hand()[at].row, put[at].error(), rows_->reader(), faults);
  }
  entry.counts.rows += static_cast<std::int64_t>(rows);
  entry.bytes_done = rows_->bytes_read();
  PACELINE_CHECK(keep_faults(entry.import_id, std::move(faults), stores.imports));
  if (!dry) PACELINE_CHECK(stores.imports.add_rows(entry.import_id, imported));
  const bool over = rows_->ended() && rows == rows_->at_hand().size();
  if (over) {
    entry.state = dry ? ImportState::checked : ImportState::done;
    entry.ended_at = now;
    if (!dry) PACELINE_CHECK(stores.imports.remove_parts(entry.import_id));
  }
  PACELINE_CHECK(stores.imports.change(entry, before));
  PACELINE_CHECK(tell(entry, now, stores));
  dealt_with_ = rows;
  return true;
}

Result<bool> ImportDesk::fail_whole(Import entry, const std::vector<RowFault>& faults, Instant now, Stores& stores) {
  const ImportState before = entry.state;
  PACELINE_CHECK(keep_faults(entry.import_id, faults, stores.imports));
  entry.state = ImportState::failed;
  entry.fault = faults.front().code;
  entry.ended_at = now;
  PACELINE_CHECK(stores.imports.change(entry, before));
  PACELINE_CHECK(stores.imports.remove_parts(entry.import_id));
  PACELINE_CHECK(tell(entry, now, stores));
  return true;
}

Result<bool> ImportDesk::undo(const Actor& actor, Import entry, Instant now, Stores& stores) {
  PACELINE_TRY(const bool more, undo_part(actor, entry, now, tools_.ids, stores));
  if (!more) {
    entry.state = ImportState::undone;
    entry.ended_at = now;
  }
  PACELINE_CHECK(stores.imports.change(entry, ImportState::undoing));
  PACELINE_CHECK(tell(entry, now, stores));
  return true;
}

}  // namespace paceline
