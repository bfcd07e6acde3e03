// SPDX-License-Identifier: Apache-2.0
// What became known of a closed period after its report was made: by late activities and signals, voids, corrections.
//
// A sale or an estimate of which nothing was told since keeps the worth that the report has, although the tree of
// product lines may be another one now. One that had no rate gets its worth when somebody tells the rate.
#pragma once

#include "app/read_pace.h"

namespace paceline {

struct LateFacts {
  std::int64_t counted_now = 0;
  Verdict would_be = Verdict::missed;  ///< by what is counted now, with the adjustments that the report itself carries
  std::vector<Adjustment> changes;     ///< since the report was made
  std::int64_t carried = 0;            ///< the sum of those that later reports carry already
};

/// On what was known at the moment. REQUIRES: the report has its days and rows.
[[nodiscard]] Result<LateFacts> read_late_facts(const PeriodReport& report, AsOf when, Stores& stores);

/// What no report carries yet. `since`: everything older was looked at. REQUIRES: the report has its days and rows.
[[nodiscard]] Result<std::vector<Adjustment>> open_changes(const PeriodReport& report,
                                                           const std::map<RuleId, Rule>& rules, Instant since,
                                                           Stores& stores);

/// From when on something may have been stored that a report of this moment has not seen: clocks of several servers
/// differ, and a write takes its time.
[[nodiscard]] Instant unseen_since(Instant closed_at);

}  // namespace paceline
