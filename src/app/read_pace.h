// SPDX-License-Identifier: Apache-2.0
// The pace of a rep against a quota, as it stood at a moment.
#pragma once

#include "app/ports/clock.h"
#include "app/team_book.h"
#include "quota/pace_days.h"

namespace paceline {

struct RepPace {
  QuotaInForce quota;
  Pace pace;
  PaceFacts facts;
  PaceMoment moment;
};

/// One quota in one period. `user` is the rep.
[[nodiscard]] Result<RepPace> read_pace(const QuotaInForce& quota, const User& user, AsOf when, const Zones& zones,
                                        Stores& stores);

/// Every quota that asks something of each of these reps in the period of the moment: behind first, then by chance. In
/// the order of the reps, and in as many statements for a thousand of them as for one.
[[nodiscard]] Result<std::vector<std::vector<RepPace>>> read_paces(const QuotaBook& book,
                                                                   const std::vector<RepTerms>& reps, AsOf when,
                                                                   const Zones& zones, Stores& stores);

}  // namespace paceline
