// SPDX-License-Identifier: Apache-2.0
// What somebody who looks at a team has to know of a rep's own time on a day: that they are away, on a ramp, part time.
//
//   away_until    = the first day after it that no whole day of leave covers; absent when the day itself is not such a
//   day ramp_percent  = the ramp's share of the day, rounded half up; absent at 100 % hours_percent = minutes of the
//   own usual week / minutes of the calendar's, rounded half up; absent at 100 %
// Never why somebody is away: nothing holds that.
// Worked example: leaves of 2 and 3 March and of 4 to 6 March: on the 3rd away until the 7th. A week of 5 * 288 minutes
// beside 5 * 480: 60 %.
#pragma once

#include <optional>

#include "team/work_time.h"

namespace paceline {

struct TimeOnDay {
  std::optional<Day> away_until;
  std::optional<int> ramp_percent;
  std::optional<int> hours_percent;
  friend bool operator==(const TimeOnDay&, const TimeOnDay&) = default;
};

[[nodiscard]] TimeOnDay time_on_day(const WorkTime& time, Day day);

}  // namespace paceline
