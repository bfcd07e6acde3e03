// SPDX-License-Identifier: Apache-2.0
// Takes back what an import did to activities: voids what it added, and corrects back what it corrected, where that is
// still the last word. What others depend on stays: a row of a closed report ("import.kept.in_report"), an activity
// that somebody corrected since ("import.kept.corrected"), the meeting that a held appointment counts as
// ("import.kept.in_use").
#pragma once

#include "app/import_records.h"

namespace paceline {

[[nodiscard]] Result<std::vector<TakenBack>> undo_activities(const std::vector<ImportedRow>& rows,
                                                             const ImportContext& context, Stores& stores);

}  // namespace paceline
