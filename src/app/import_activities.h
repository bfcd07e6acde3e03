// SPDX-License-Identifier: Apache-2.0
// Rows that become activities: drafts of them (import_drafts.h), stored or compared (put_activities.h), taken back
// (undo_activities.h). Call records are matched by number first: match_calls.h.
#pragma once

#include "app/import_records.h"
#include "app/match_calls.h"

namespace paceline {

class ImportActivities final : public ImportRecords {
 public:
  ImportActivities(const ImportContext& context, Stores& stores) : context_(context), stores_(stores) {}

  Result<std::vector<Checked<PutRow>>> put(const std::vector<const NamedRow*>& rows, const RowReader& reader) override;
  Result<std::vector<TakenBack>> take_back(const std::vector<ImportedRow>& rows, bool again) override;

 private:
  [[nodiscard]] Result<std::vector<Checked<PutRow>>> put_calls(const std::vector<const NamedRow*>& rows);
  [[nodiscard]] Result<std::optional<ActivityCells>> matched(ActivityCells cells, CallMatcher& matcher,
                                                             std::optional<ContactId>& contact_id);

  /// Whether a call at whose own end nobody's number stands is of the rep of the import.
  [[nodiscard]] Result<bool> takes_unknown_numbers();

  const ImportContext& context_;
  Stores& stores_;
};

}  // namespace paceline
