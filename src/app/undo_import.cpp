// SPDX-License-Identifier: Apache-2.0
#include "app/undo_import.h"

#include <algorithm>

#include "app/put_activities.h"
#include "app/recount.h"
#include "app/turns.h"
#include "base/enum_text.h"

namespace paceline {
namespace {

constexpr std::string_view kInReport = "import.kept.in_report";
constexpr std::string_view kCorrected = "import.kept.corrected";

std::optional<std::string> value_of(std::string_view field, const Activity& activity) {
  if (field == "outcome") return activity.outcome;
  if (field == "topic") return activity.topic;
  if (field == "product_line") return activity.product_line;
  if (field == "kind") return activity.kind;
  if (field == "duration_s" && activity.duration_s) return std::to_string(*activity.duration_s);
  if (field == "direction" && activity.direction) return std::string(enum_text(*activity.direction));
  return std::nullopt;
}

bool is_of_imports(const ActivityChange& change) {
  return change.reason == kImportChanged || change.reason == kImportUndone;
}

/// Nobody corrected it since, or an import did and that was taken back.
bool is_as_it_was_added(const std::vector<ActivityChange>& changes) {
  return changes.empty() ||
         (std::all_of(changes.begin(), changes.end(), is_of_imports) && changes.back().reason == kImportUndone);
}

class Undoing {
 public:
  Undoing(const Actor& actor, Import& entry, Instant now, Ids& ids, Stores& stores)
      : actor_(actor), entry_(entry), now_(now), ids_(ids), stores_(stores) {}

  Result<void> undo(const std::vector<ImportedRow>& rows) {
    PACELINE_CHECK(take_turns_of(rows));
    std::vector<ActivityId> ids;
    ids.reserve(rows.size());
    for (const ImportedRow& row : rows) ids.push_back(row.activity_id);
    PACELINE_TRY(const auto in_reports, stores_.imports.in_reports(ids));
    for (const ImportedRow& row : rows) {
      std::optional<std::string> why;
      if (in_reports.contains(row.activity_id)) {
        why = kInReport;
      } else {
        PACELINE_TRY(why, undo_one(row));
      }
      if (why) ++entry_.kept;
      PACELINE_CHECK(stores_.imports.set_undone(entry_.import_id, row.activity_id, why));
    }
    PACELINE_CHECK(
        recount(touched_, stores_.people, stores_.contacts, stores_.activities, stores_.quotas, stores_.counts));
    for (const RepId rep_id : reps_) PACELINE_CHECK(stores_.ledger.tell("activity", rep_id, now_));
    return {};
  }

 private:
  Result<void> take_turns_of(const std::vector<ImportedRow>& rows) {
    std::set<RepId> reps;
    std::set<ContactId> contacts;
    for (const ImportedRow& row : rows) {
      PACELINE_TRY(const auto fact, stores_.activities.find_fact(row.activity_id));
      if (!fact) continue;
      reps.insert(fact->rep_id);
      if (fact->contact_id) contacts.insert(*fact->contact_id);
    }
    return take_turns(contacts, reps, stores_);
  }

  /// Why it stays; nothing: it was taken back, or there was nothing left to take back.
  Result<std::optional<std::string>> undo_one(const ImportedRow& row) {
    PACELINE_TRY(const auto fact, stores_.activities.find_fact(row.activity_id));
    PACELINE_TRY(auto changes, stores_.activities.changes_of(row.activity_id));
    if (!fact || (!changes.empty() && changes.back().voids)) return std::optional<std::string>();
    const bool last_word =
        row.change_id ? !changes.empty() && changes.back().change_id == *row.change_id : is_as_it_was_added(changes);
    if (!last_word) return std::optional<std::string>(kCorrected);
    ActivityChange back{
        ids_.make<ChangeId>(), row.activity_id, !row.change_id, {}, std::string(kImportUndone), actor_.user_id, now_};
    const Activity now = effective(*fact, changes);
    if (!changes.empty()) back.known_at = std::max(now_, Instant(changes.back().known_at.microseconds() + 1));
    if (row.change_id) {
      const ActivityChange undone = std::move(changes.back());
      changes.pop_back();
      const Activity before = effective(*fact, changes);
      for (const FieldChange& field : undone.fields)
        back.fields.push_back({field.field, value_of(field.field, before)});
    }
    const Activity after = effective(now, {back});
    PACELINE_CHECK(stores_.activities.add_change(back, after, now_));
    ++entry_.voided;
    touched_.merge(touched_by(after));
    reps_.insert(after.rep_id);
    return std::optional<std::string>();
  }

  const Actor& actor_;
  Import& entry_;
  Instant now_;
  Ids& ids_;
  Stores& stores_;
  std::set<Touched> touched_;
  std::set<RepId> reps_;
};

}  // namespace

Result<bool> undo_part(const Actor& actor, Import& entry, Instant now, Ids& ids, Stores& stores) {
  PACELINE_TRY(const auto rows, stores.imports.rows_to_undo(entry.import_id, kUndoneAtOnce));
  if (rows.empty()) return false;
  PACELINE_CHECK(Undoing(actor, entry, now, ids, stores).undo(rows));
  return rows.size() == static_cast<std::size_t>(kUndoneAtOnce);
}

}  // namespace paceline
