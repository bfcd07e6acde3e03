// SPDX-License-Identifier: Apache-2.0
// When somebody is free: the earliest times of a length that fit between what is taken, within the times of work.
//
// Times begin on a quarter of an hour and do not overlap each other. Worked example
// (tests/pipeline/free_time_test.cpp): work from 9:00 to 12:00, 10:00 to 10:50 taken: three times of an hour are 9:00,
// 11:00 and no third.
#pragma once

#include <span>
#include <vector>

#include "base/instant.h"

namespace paceline {

/// Half-open: `from` is in it, `to` is not.
struct TimeSpan {
  Instant from;
  Instant to;
  friend bool operator==(const TimeSpan&, const TimeSpan&) = default;
};

/// The earliest first, at most `most`. REQUIRES: work in order and without overlap; minutes > 0. `taken`: in any order.
[[nodiscard]] std::vector<TimeSpan> free_times(std::span<const TimeSpan> work, std::span<const TimeSpan> taken,
                                               std::int64_t minutes, std::size_t most);

}  // namespace paceline
