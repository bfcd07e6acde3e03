// SPDX-License-Identifier: Apache-2.0
#include "pipeline/free_time.h"

#include <algorithm>

namespace paceline {
namespace {

constexpr std::int64_t kQuarter = 15 * 60 * kMicrosecondsPerSecond;

Instant next_quarter(Instant moment) {
  const std::int64_t over = moment.microseconds() % kQuarter;
  return over == 0 ? moment : Instant(moment.microseconds() - over + kQuarter);
}

/// The end of what is in the way of the span; none: it is free.
const TimeSpan* in_the_way(std::span<const TimeSpan> taken, const TimeSpan& wanted) {
  const TimeSpan* latest = nullptr;
  for (const TimeSpan& each : taken) {
    const bool overlaps = each.from < wanted.to && wanted.from < each.to;
    if (overlaps && (latest == nullptr || latest->to < each.to)) latest = &each;
  }
  return latest;
}

}  // namespace

std::vector<TimeSpan> free_times(std::span<const TimeSpan> work, std::span<const TimeSpan> taken, std::int64_t minutes,
                                 std::size_t most) {
  std::vector<TimeSpan> found;
  for (const TimeSpan& day : work) {
    TimeSpan wanted{next_quarter(day.from), {}};
    while (found.size() < most) {
      wanted.to = wanted.from.plus_seconds(minutes * 60);
      if (day.to < wanted.to) break;
      const TimeSpan* const obstacle = in_the_way(taken, wanted);
      if (obstacle == nullptr) found.push_back(wanted);
      wanted.from = next_quarter(obstacle == nullptr ? wanted.to : obstacle->to);
    }
  }
  return found;
}

}  // namespace paceline
