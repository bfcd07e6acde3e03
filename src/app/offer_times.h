// SPDX-License-Identifier: Apache-2.0
// The earliest times when a rep is free for an appointment: within the rep's own working times (calendar, holidays,
// part time, leave), in the rep's own zone, and outside of appointments that are set.
//
// A day's work begins when its calendar says and goes on without a break for as many minutes as the rep is there: the
// calendar knows no breaks, and a leave of some minutes is taken from the end of the day.
#pragma once

#include "app/ports/clock.h"
#include "app/ports/unit_of_work.h"
#include "pipeline/free_time.h"

namespace paceline {

inline constexpr int kFurthestOfferDays = 60;
inline constexpr std::size_t kMostOffers = 50;

struct TimesAsked {
  RepId rep_id;
  Instant from;
  int days = 14;  ///< 1 to kFurthestOfferDays, with the day of `from`
  std::int64_t minutes = 60;
  std::size_t most = 10;
};

/// The earliest first. Returns not_found "rep.not_found".
[[nodiscard]] Result<std::vector<TimeSpan>> offer_times(const TimesAsked& asked, const Zones& zones, Stores& stores);

}  // namespace paceline
