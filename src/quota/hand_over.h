// SPDX-License-Identifier: Apache-2.0
// Who leaves, moves or is long away hands the rest of the running period over: on those days the successor is asked the
// own amounts and the leaver's.
//
// Each day asks by its version (quota.h), so a hand-over is versions: one from the first day handed over, with the
// successor as a subject of their own, and one from the day after the last that asks what would have been asked anyway.
// What the leaver is asked is that of the eve: also of a team that the leaver has left by then. Proration goes on by
// day, with the successor's own working minutes. Floor and stretch are added where the successor has them. A leaver who
// is still there and asked is asked nothing on these days. Worked example: 250 a week, the leaver goes on Tuesday
// evening; the successor of the same team is asked 250 * 2/5 + 500 * 3/5 = 400.
#pragma once

#include <vector>

#include "quota/quota_days.h"

namespace paceline {

/// Where somebody stands, and the own time.
struct Party {
  Placement placement;
  WorkTime time;
};

/// What a quota has to become. No versions: it hands nothing over.
struct Remainder {
  Period span;                         ///< from the first day handed over to the day after the last
  std::vector<QuotaVersion> versions;  ///< oldest first, each in place of one of the same day
};

/// `days`: to be handed over. `given`: spans of this quota that the leaver handed over before; they stay as they are.
[[nodiscard]] Remainder hand_over(const Quota& quota, const Party& leaver, const Party& successor,
                                  const Company& company, Period days, const std::vector<Period>& given);

/// The quota with the versions in place.
[[nodiscard]] Quota with_versions(Quota quota, const std::vector<QuotaVersion>& versions);

}  // namespace paceline
