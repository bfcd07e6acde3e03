// SPDX-License-Identifier: Apache-2.0
// The clock of the machine and the zone files of the system (tzdata).
#pragma once

#include "app/ports/clock.h"

namespace paceline {

class SystemClock : public Clock {
 public:
  [[nodiscard]] Instant now() const override;
};

class ZoneFiles : public Zones {
 public:
  [[nodiscard]] Result<LocalTime> local(Instant instant, std::string_view zone) const override;
  [[nodiscard]] Result<Instant> start_of(Day day, std::string_view zone) const override;
};

}  // namespace paceline
