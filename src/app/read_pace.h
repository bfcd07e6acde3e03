// SPDX-License-Identifier: Apache-2.0
// The pace of a rep against a quota, as it stood at a moment.
#pragma once

#include "app/ports/clock.h"
#include "app/quotas_of.h"
#include "quota/pace_days.h"

namespace paceline {

/// When the pace is asked for. `now` and `as_of` are equal for the present: then the maintained counts answer.
struct AsOf {
  Instant as_of;
  Instant now;
  [[nodiscard]] bool is_now() const { return as_of >= now; }
};

struct RepPace {
  QuotaInForce quota;
  Pace pace;
  PaceFacts facts;
  PaceMoment moment;
};

/// What counts on each day, on what was known at the moment.
[[nodiscard]] Result<std::map<Day, std::int64_t>> counted_at(const QuotaInForce& quota, RepId rep_id, AsOf when,
                                                             Stores& stores);

/// What is known of the rate before the quota asks.
[[nodiscard]] Result<PacePrior> prior_before(const QuotaInForce& quota, RepId rep_id, AsOf when, Stores& stores);

/// One quota in one period. `user` is the rep.
[[nodiscard]] Result<RepPace> read_pace(const QuotaInForce& quota, const User& user, AsOf when, const Zones& zones,
                                        Stores& stores);

/// Every quota that asks something of the rep in the period of the moment: behind first, then by chance.
[[nodiscard]] Result<std::vector<RepPace>> read_paces(const QuotaBook& book, const User& user, AsOf when,
                                                      const Zones& zones, Stores& stores);

}  // namespace paceline
