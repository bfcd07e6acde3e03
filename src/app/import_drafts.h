// SPDX-License-Identifier: Apache-2.0
// The rows of a file as drafts of activities: names become ids, dates become moments, and the one who imports must be
// allowed to log for each rep.
//
// A date without a time is the rep's own day. When a fact could be known is, unless the file says so: at its moment; of
// a day or a month, when that was over; never later than now.
#pragma once

#include <map>

#include "app/import_records.h"
#include "app/log_activity.h"

namespace paceline {

class ImportDrafts {
 public:
  ImportDrafts(const ImportContext& context, Stores& stores) : context_(context), stores_(stores) {}

  /// Faults at the members of an activity ("/rep"): "activity.rep.not_found", "contact.key.unknown",
  /// "contact.unknown", "activity.direction.unknown", "contact.relation.unknown", "contact.temperature.unknown",
  /// "import.value.unknown" at "/occurred_precision", "access.forbidden", "access.monitoring", "import.value.missing"
  /// at
  /// "/occurred_at".
  [[nodiscard]] Checked<ActivityDraft> draft_of(const ActivityCells& cells, EvidenceKey key);

 private:
  [[nodiscard]] const Result<User>& rep_of(const ActivityCells& cells);
  [[nodiscard]] Result<User> find_rep(const std::optional<std::string>& email);
  [[nodiscard]] Result<std::optional<ContactId>> contact_of(const ActivityCells& cells);
  [[nodiscard]] Result<ContactId> find_contact(const ActivityCells& cells);
  [[nodiscard]] Result<std::optional<Contact>> exported_contact(const std::string& id);
  static void set_words(const ActivityCells& cells, ActivityDraft& draft, Errors& faults);
  [[nodiscard]] Result<Whose> relation_to(UserId user_id);
  [[nodiscard]] Result<void> set_times(const ActivityCells& cells, const User& rep, ActivityDraft& draft) const;

  const ImportContext& context_;
  Stores& stores_;
  std::map<std::string, Result<User>> reps_;  ///< by address; empty: of rows that name none
  std::map<std::pair<std::string, std::string>, Result<ContactId>> contacts_;  ///< by id and key
};

}  // namespace paceline
