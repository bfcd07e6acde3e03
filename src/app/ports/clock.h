// SPDX-License-Identifier: Apache-2.0
// Time as the outside tells it: the present moment, and what a moment is on somebody's own clock.
#pragma once

#include <string_view>

#include "base/day.h"
#include "base/instant.h"

namespace paceline {

class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Instant now() const = 0;
};

/// A moment on a local clock.
struct LocalTime {
  Day day;
  int minute_of_day = 0;  ///< 0 to 1439
};

/// The zone files. Thread-safe.
class Zones {
 public:
  virtual ~Zones() = default;
  /// Returns invalid "zone.unknown" unless the name is an IANA zone.
  [[nodiscard]] virtual Result<LocalTime> local(Instant instant, std::string_view zone) const = 0;
  /// The first moment of the day there (a day may begin at 01:00 where clocks jump at midnight).
  [[nodiscard]] virtual Result<Instant> start_of(Day day, std::string_view zone) const = 0;
};

}  // namespace paceline
