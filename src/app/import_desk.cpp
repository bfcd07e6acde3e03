// SPDX-License-Identifier: Apache-2.0
#include "app/import_desk.h"

#include <algorithm>
#include <map>

#include "app/begin_import.h"
#include "app/sign_in.h"

namespace paceline {
namespace {

constexpr std::size_t kMostOpen = 3;
constexpr std::size_t kSmallerBy = 8;  // a part that was refused, done anew
constexpr std::string_view kRefusedToUndo = "import.kept.refused";

/// Who imports, with the rights of now.
Result<Actor> actor_of_import(OrgId org_id, const Import& entry, Instant now, const Zones& zones, Stores& stores) {
  if (!entry.actor_id) return Actor{org_id, UserId(), Role::system, {}, {}, {}, Monitoring::full};
  PACELINE_TRY(const auto user, stores.people.find_user(entry.actor_id));
  const bool has_left = !user || !user->active;
  // Whoever wants it undone was asked by then; who imported it need not be here any more.
  if (has_left && entry.state == ImportState::undoing)
    return Actor{org_id, UserId(), Role::system, {}, {}, {}, Monitoring::full};
  if (has_left) return fail(Fault::forbidden, "access.forbidden");
  return actor_of_user(org_id, *user, now, zones, stores);
}

Result<void> remove_what_was_left(Instant now, Stores& stores) {
  PACELINE_TRY(const auto left, stores.imports.left_alone_since(now.plus_seconds(-kLeftAloneSeconds)));
  for (Import entry : left) {
    const ImportState before = entry.state;
    entry.state = state_when_left(before);
    entry.fault = "import.left_alone";
    entry.ended_at = now;
    PACELINE_CHECK(stores.imports.change(entry, before));
  }
  return {};
}

/// Returns whether there may be more of them.
Result<bool> remove_some_parts(Stores& stores) {
  PACELINE_TRY(const auto import_id, stores.imports.over_with_parts());
  if (!import_id) return false;
  PACELINE_CHECK(stores.imports.remove_parts(*import_id, kPartsRemovedAtOnce));
  return true;
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
  if (put->put == Put::joined) ++counts.joined;
  if (put->put == Put::dropped) ++counts.dropped;
  if (put->put != Put::unchanged && put->put != Put::dropped) imported.push_back({put->record_id, put->change_id});
  if (put->came_with_it) imported.push_back({*put->came_with_it, {}});
}

/// What a cell has may be as long as its row.
std::string beginning_of(std::string detail) {
  constexpr std::size_t longest = 200;
  std::size_t end = std::min(longest, detail.size());
  while (end > 0 && end < detail.size() && (static_cast<unsigned char>(detail[end]) & 0xC0U) == 0x80U) --end;
  detail.resize(end);
  return detail;
}

void add_faults(const FileRow& row, const Errors& errors, const RowReader& reader, std::vector<RowFault>& faults) {
  if (!row.faults.empty()) {
    faults.insert(faults.end(), row.faults.begin(), row.faults.end());
    return;
  }
  for (const Error& error : errors)
    faults.push_back({row.row, reader.column_of(error.field), error.code, beginning_of(error.detail)});
}

void tally(const FileRow& row, std::map<std::pair<std::string, std::string>, ImportReading>& readings) {
  for (const ReadWord& word : row.words) {
    ImportReading& reading = readings[{word.column, word.said}];
    reading = {word.column, word.said, word.read_as, reading.rows + 1};
  }
}

Result<void> keep_readings(ImportId import_id,
                           const std::map<std::pair<std::string, std::string>, ImportReading>& readings,
                           ImportStore& imports) {
  std::vector<ImportReading> list;
  list.reserve(readings.size());
  for (const auto& each : readings) list.push_back(each.second);
  return imports.add_readings(import_id, list);
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
  tried_ = 0;
  rows_ = nullptr;
  at_hand_.reset();
  PACELINE_TRY(auto entry, stores.imports.next_to_do());
  if (!entry) {
    open_.erase(org_id);
    PACELINE_CHECK(remove_what_was_left(now, stores));
    return remove_some_parts(stores);
  }
  look_at(entry->import_id);
  const auto actor = actor_of_import(org_id, *entry, now, tools_.zones, stores);
  if (!actor && actor.error().fault != Fault::forbidden) return tl::unexpected(actor.error());
  if (!actor) return fail_whole(*std::move(entry), {{0, {}, actor.error().code, {}}}, now, stores);
  if (entry->state == ImportState::undoing) return undo(*actor, *std::move(entry), now, stores);
  return read_part(*actor, *std::move(entry), now, stores);
}

void ImportDesk::look_at(ImportId import_id) {
  at_hand_ = import_id;
  if (caution_.import_id != import_id) caution_ = {import_id, kImportedAtOnce, {}};
}

void ImportDesk::stored() {
  if (tried_ > 0) caution_ = {caution_.import_id, std::min(2 * caution_.at_once, kImportedAtOnce), {}};
  if (rows_ != nullptr && dealt_with_ > 0) rows_->take(dealt_with_);
  if (rows_ != nullptr) rows_->told_keys().keep();
  dealt_with_ = 0;
}

Result<void> ImportDesk::give_up(const Error& why, Instant now, Stores& stores) {
  PACELINE_TRY(auto entry, stores.imports.next_to_do());
  if (!entry || entry->import_id != at_hand_) return {};
  if (tried_ > 1) {
    caution_ = {entry->import_id, std::max<std::size_t>(1, tried_ / kSmallerBy), {}};
    return {};
  }
  if (tried_ == 1 && !caution_.refused) {
    caution_ = {entry->import_id, 1, why};
    return {};
  }
  PACELINE_CHECK(fail_whole(*std::move(entry), {{0, {}, why.code, why.detail}}, now, stores));
  return {};
}

/// A dry run remembers what it has told, so whoever takes one up begins it again.
Result<void> ImportDesk::open(OrgId org_id, Import& entry, Stores& stores) {
  auto& rows = open_[org_id];
  const bool goes_on = rows && rows->import_id() == entry.import_id && rows->state() == entry.state &&
                       rows->taken() <= entry.counts.rows;
  if (!goes_on) {
    rows = std::make_unique<ImportRows>(entry, tools_.files, tools_.secrets);
    if (entry.state == ImportState::checking && entry.counts.rows > 0) {
      entry.counts = {};
      entry.bytes_done = 0;
      PACELINE_CHECK(stores.imports.remove_faults(entry.import_id));
    }
  }
  rows_ = rows.get();
  rows_->told_keys().forget();
  std::erase_if(open_, [&](const auto& each) { return open_.size() > kMostOpen && each.first != org_id; });
  return {};
}

Result<bool> ImportDesk::read_part(const Actor& actor, Import entry, Instant now, Stores& stores) {
  PACELINE_CHECK(open(actor.org_id, entry, stores));
  auto is_there = rows_->leave_out(entry.counts.rows, stores.imports);
  if (is_there && !*is_there) return true;
  if (is_there) {
    if (const auto filled = rows_->fill(kImportedAtOnce, stores.imports); !filled)
      is_there = tl::unexpected(filled.error());
  }
  if (!is_there) {
    if (is_there.error().code != "import.parts_missing") return tl::unexpected(is_there.error());
    return fail_whole(std::move(entry), {{0, {}, is_there.error().code, {}}}, now, stores);
  }
  if (entry.counts.rows == 0)
    PACELINE_CHECK(stores.imports.add_unused_columns(entry.import_id, rows_->reader().unused_columns()));
  if (!rows_->reader().faults().empty()) return fail_whole(std::move(entry), rows_->reader().faults(), now, stores);
  return put_rows(actor, entry, now, stores);
}

/// Rows that could not be read have no faults of their own here: the row has them.
Result<std::vector<Checked<PutRow>>> ImportDesk::put_usable(std::size_t rows, ImportRecords& records) {
  std::vector<const NamedRow*> usable;
  usable.reserve(rows);
  for (std::size_t at = 0; at < rows; ++at)
    if (rows_->at_hand()[at].row.faults.empty()) usable.push_back(&rows_->at_hand()[at]);
  tried_ = rows;
  const bool was_refused = rows == 1 && !usable.empty() && caution_.refused;
  auto put = was_refused ? std::vector<Checked<PutRow>>{tl::unexpected(Errors{*caution_.refused})}
                         : records.put(usable, rows_->reader());
  if (!put || usable.size() == rows) return put;
  std::vector<Checked<PutRow>> all;
  all.reserve(rows);
  auto next = put->begin();
  for (std::size_t at = 0; at < rows; ++at) {
    const bool was_put = rows_->at_hand()[at].row.faults.empty();
    all.push_back(was_put ? std::move(*next++) : Checked<PutRow>(tl::unexpected(Errors{})));
  }
  return all;
}

Result<bool> ImportDesk::put_rows(const Actor& actor, Import& entry, Instant now, Stores& stores) {
  const ImportState before = entry.state;
  const bool dry = before == ImportState::checking;
  const auto mapping = tools_.files.check(entry.mapping);
  if (!mapping) return fail_whole(std::move(entry), {{0, {}, mapping.error().front().code, {}}}, now, stores);
  const std::size_t rows = std::min(caution_.at_once, rows_->at_hand().size());
  PACELINE_TRY(const Organisation organisation, stores.people.organisation());
  const std::string& zone = mapping->zone.empty() ? organisation.zone : mapping->zone;
  ToldKeys* const told = dry ? &rows_->told_keys() : nullptr;
  const ImportContext context{
      actor, entry, zone, now, tools_.zones, tools_.ids, dry, mapping->match_numbers, mapping->exported, told};
  const auto records = import_records(mapping->into, context, stores);
  PACELINE_TRY(const auto put, put_usable(rows, *records));
  std::vector<RowFault> faults;
  std::vector<ImportedRow> imported;
  std::map<std::pair<std::string, std::string>, ImportReading> readings;
  for (std::size_t at = 0; at < rows; ++at) {
    count(put[at], entry.counts, imported);
    tally(rows_->at_hand()[at].row, readings);
    if (!put[at]) add_faults(rows_->at_hand()[at].row, put[at].error(), rows_->reader(), faults);
  }
  entry.counts.rows += static_cast<std::int64_t>(rows);
  entry.bytes_done = std::max(entry.bytes_done, rows_->bytes_read());
  PACELINE_CHECK(keep_faults(entry.import_id, std::move(faults), stores.imports));
  PACELINE_CHECK(keep_readings(entry.import_id, readings, stores.imports));
  if (!dry) PACELINE_CHECK(stores.imports.add_rows(entry.import_id, imported));
  const bool over = rows_->ended() && rows == rows_->at_hand().size();
  if (over) {
    entry.state = dry ? ImportState::checked : ImportState::done;
    entry.ended_at = now;
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
  PACELINE_CHECK(tell(entry, now, stores));
  return true;
}

/// Returns whether those were the last.
Result<bool> ImportDesk::take_back(const Actor& actor, Import& entry, bool again, Instant now, Stores& stores) {
  const int at_once = static_cast<int>(std::min<std::size_t>(caution_.at_once, kUndoneAtOnce));
  PACELINE_TRY(const auto rows, stores.imports.rows_to_undo(entry.import_id, again, at_once));
  if (rows.empty()) return true;
  tried_ = rows.size();
  const auto mapping = tools_.files.check(entry.mapping);
  const ImportContext context{actor, entry, {}, now, tools_.zones, tools_.ids, false};
  const auto records = import_records(mapping ? mapping->into : ImportInto::activities, context, stores);
  const bool was_refused = rows.size() == 1 && caution_.refused;
  std::vector<TakenBack> taken{{false, std::string(kRefusedToUndo), false}};
  if (!was_refused) {
    PACELINE_TRY(taken, records->take_back(rows, again));
  }
  for (std::size_t at = 0; at < rows.size(); ++at) {
    if (taken[at].later) {
      PACELINE_CHECK(stores.imports.put_undo_off(entry.import_id, rows[at].record_id));
      continue;
    }
    if (taken[at].voided) ++entry.voided;
    if (taken[at].why) ++entry.kept;
    PACELINE_CHECK(stores.imports.set_undone(entry.import_id, rows[at].record_id, taken[at].why));
  }
  return rows.size() < static_cast<std::size_t>(at_once);
}

Result<bool> ImportDesk::undo(const Actor& actor, Import entry, Instant now, Stores& stores) {
  PACELINE_TRY(bool over, take_back(actor, entry, false, now, stores));
  if (over) {
    PACELINE_TRY(over, take_back(actor, entry, true, now, stores));
  }
  if (over) {
    entry.state = ImportState::undone;
    entry.ended_at = now;
  }
  PACELINE_CHECK(stores.imports.change(entry, ImportState::undoing));
  PACELINE_CHECK(tell(entry, now, stores));
  return true;
}

}  // namespace paceline
