// SPDX-License-Identifier: Apache-2.0
#include "app/undo_activities.h"

#include <algorithm>

#include "app/change_moment.h"
#include "app/join_calls.h"
#include "app/put_activities.h"
#include "app/recount.h"
#include "app/turns.h"
#include "base/enum_text.h"
#include "pipeline/appointment.h"

namespace paceline {
namespace {

constexpr std::string_view kInReport = "import.kept.in_report";
constexpr std::string_view kCorrected = "import.kept.corrected";
constexpr std::string_view kHeldAs = "import.kept.in_use";

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
  Undoing(const ImportContext& context, Stores& stores) : context_(context), stores_(stores) {}

  Result<std::vector<TakenBack>> undo(const std::vector<ImportedRow>& rows) {
    PACELINE_CHECK(take_turns_of(rows));
    std::vector<ActivityId> ids;
    ids.reserve(rows.size());
    for (const ImportedRow& row : rows) ids.push_back(activity_of(row));
    PACELINE_TRY(const auto in_reports, stores_.imports.in_reports(ids));
    std::vector<TakenBack> taken;
    taken.reserve(rows.size());
    for (const ImportedRow& row : rows) {
      if (in_reports.contains(activity_of(row))) {
        taken.push_back({false, std::string(kInReport)});
      } else {
        PACELINE_TRY(auto one, undo_one(row));
        taken.push_back(std::move(one));
      }
    }
    PACELINE_CHECK(recount(touched_, stores_));
    for (const RepId rep_id : reps_) PACELINE_CHECK(stores_.ledger.tell("activity", rep_id, context_.now));
    return taken;
  }

 private:
  static ActivityId activity_of(const ImportedRow& row) { return ActivityId(row.record_id.value()); }

  Result<void> take_turns_of(const std::vector<ImportedRow>& rows) {
    std::set<RepId> reps;
    std::set<ContactId> contacts;
    for (const ImportedRow& row : rows) {
      PACELINE_TRY(auto fact, stores_.activities.find_fact(activity_of(row)));
      PACELINE_TRY(const auto evidence, evidence_of(row));
      if (evidence) {
        PACELINE_TRY(fact, stores_.activities.find_fact(evidence->activity_id));
      }
      if (!fact) continue;
      reps.insert(fact->rep_id);
      if (fact->contact_id) contacts.insert(*fact->contact_id);
    }
    return take_turns(contacts, reps, stores_);
  }

  /// That the row became, or that its activity became when somebody logged the call.
  Result<std::optional<CallEvidence>> evidence_of(const ImportedRow& row) {
    PACELINE_TRY(auto evidence, stores_.evidence.find(EvidenceId(row.record_id.value())));
    if (evidence) return evidence;
    return stores_.evidence.of_record(activity_of(row));
  }

  Result<TakenBack> end(const CallEvidence& evidence) {
    PACELINE_TRY(const auto in_report, stores_.imports.in_reports({evidence.activity_id}));
    if (!in_report.empty()) return TakenBack{false, std::string(kInReport), false};
    PACELINE_TRY(const auto fact, stores_.activities.find_fact(evidence.activity_id));
    PACELINE_CHECK(
        end_evidence(evidence, kImportUndone, context_.actor.user_id, context_.now, context_.ids, stores_, touched_));
    reps_.insert(fact->rep_id);
    return TakenBack{true, std::nullopt, false};
  }

  /// A held appointment counts as it, and as nothing else.
  Result<bool> is_of_appointment(const Activity& now) {
    if (!parse_enum<AppointmentKind>(now.kind)) return false;
    PACELINE_TRY(const auto appointment, stores_.appointments.of_activity(now.activity_id));
    return appointment.has_value();
  }

  Result<TakenBack> undo_one(const ImportedRow& row) {
    PACELINE_TRY(const auto evidence, evidence_of(row));
    if (evidence) return end(*evidence);
    PACELINE_TRY(const auto fact, stores_.activities.find_fact(activity_of(row)));
    PACELINE_TRY(auto changes, stores_.activities.changes_of(activity_of(row)));
    if (!fact || (!changes.empty() && changes.back().voids)) return TakenBack{};
    const bool last_word =
        row.change_id ? !changes.empty() && changes.back().change_id == *row.change_id : is_as_it_was_added(changes);
    if (!last_word) return TakenBack{false, std::string(kCorrected), false};
    ActivityChange back{context_.ids.make<ChangeId>(),
                        activity_of(row),
                        !row.change_id,
                        {},
                        std::string(kImportUndone),
                        context_.actor.user_id,
                        moment_of_change(context_.now, fact->known_at, changes)};
    const Activity now = effective(*fact, changes);
    PACELINE_TRY(const bool held_as, is_of_appointment(now));
    if (!row.change_id && held_as) return TakenBack{false, std::string(kHeldAs), false};
    if (row.change_id) {
      const ActivityChange undone = std::move(changes.back());
      changes.pop_back();
      const Activity before = effective(*fact, changes);
      for (const FieldChange& field : undone.fields)
        back.fields.push_back({field.field, value_of(field.field, before)});
    }
    const Activity after = effective(now, {back});
    PACELINE_CHECK(stores_.activities.add_change(back, after, context_.now));
    touched_.merge(touched_by(after));
    reps_.insert(after.rep_id);
    return TakenBack{true, std::nullopt, false};
  }

  const ImportContext& context_;
  Stores& stores_;
  std::set<Touched> touched_;
  std::set<RepId> reps_;
};

}  // namespace

Result<std::vector<TakenBack>> undo_activities(const std::vector<ImportedRow>& rows, const ImportContext& context,
                                               Stores& stores) {
  return Undoing(context, stores).undo(rows);
}

}  // namespace paceline
