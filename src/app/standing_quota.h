// SPDX-License-Identifier: Apache-2.0
// What a standing is held against when nobody tells it: the stored quota over revenue booked.
//
// It is the quota by worth of exactly the period and the product line of the question (none: of all product lines):
// what it asks of each rep of the question, prorated, added up. A team is its reps of the question's day; a quota of
// the team as one number is none of theirs. A territory has no quota.
#pragma once

#include "app/quotas_of.h"
#include "app/read_standing.h"

namespace paceline {

struct StandingQuota {
  QuotaId quota_id;
  std::string key;
  std::string name;
  std::int64_t minor = 0;
};

/// Each that fits, by name. REQUIRES: `today` is the day of the question's moment.
[[nodiscard]] Result<std::vector<StandingQuota>> standing_quotas(const StandingQuestion& question, NamedPeriod period,
                                                                 Day today, Stores& stores);

}  // namespace paceline
