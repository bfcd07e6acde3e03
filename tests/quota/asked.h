// SPDX-License-Identifier: Apache-2.0
// A quota that asks one rep, and the days of a period as it asks them.
#pragma once

#include "quota/quota_days.h"

namespace paceline {

inline const UserId kAnn{1};

inline Quota quota_of(std::int64_t amount, Day from = kFirstDay) {
  Quota quota;
  quota.versions = {{from, RuleId(1), {amount, {}, {}}, {}, {{SubjectKind::rep, kAnn.value(), {}}}}};
  return quota;
}

inline Placement placement_of(UserId user_id, std::vector<Membership> memberships = {}) {
  Placement placement;
  placement.user.user_id = user_id;
  placement.memberships = std::move(memberships);
  return placement;
}

inline std::vector<QuotaDay> asked_days(const Quota& quota, const WorkTime& time, Period period) {
  return quota_days(quota, placement_of(kAnn), {}, time, period);
}

inline WorkTime full_time(WorkingCalendar calendar = {}) {
  return {std::move(calendar), {}, {}, {}, kAlways};
}

}  // namespace paceline
