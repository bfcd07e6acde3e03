// SPDX-License-Identifier: Apache-2.0
// The days of a period as a quota asks them of one rep: amount, rule and minutes of each. Proration, plan, pace and
// evidence are all made from these.
//
// Each day has the version of that day, and asks the rep as placed on that day: who changes the team on Wednesday is
// asked by the one team's quota until Tuesday and by the other's from then on.
#pragma once

#include <vector>

#include "quota/quota.h"

namespace paceline {

struct QuotaDay {
  Day day;
  bool started = false;            ///< the quota has a version
  std::optional<Amounts> amounts;  ///< none: the rep is not asked on this day
  RuleId rule_id;                  ///< of the version; REQUIRES: started
  WorkDay asked;                   ///< less what the quota excuses
  WorkDay there;                   ///< less everything: when the rep is really there
  [[nodiscard]] bool is_asked() const { return amounts.has_value(); }
};

[[nodiscard]] std::vector<QuotaDay> quota_days(const Quota& quota, const Placement& placement, const Company& company,
                                               const WorkTime& time, Period period);

/// From the first day that asks to the last one. Empty at the period's end when none does.
[[nodiscard]] Period asked_span(const std::vector<QuotaDay>& days);

}  // namespace paceline
