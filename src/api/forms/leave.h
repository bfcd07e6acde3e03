// SPDX-License-Identifier: Apache-2.0
// When somebody is away. There is no member for the reason, on purpose.
#pragma once

#include "api/forms/list.h"
#include "base/working_calendar.h"

namespace paceline::api::form {

struct AddLeave {
  Day from;
  std::optional<Day> to;                                  ///< the first day after it; absent: that one day
  std::optional<json::Whole<1, kMinutesPerDay>> minutes;  ///< of each day; absent: whole days
};
BOOST_DESCRIBE_STRUCT(AddLeave, (), (from, to, minutes))

struct Leave {
  LeaveId leave_id;
  Day from;
  Day to;
  std::optional<int> minutes;
};
BOOST_DESCRIBE_STRUCT(Leave, (), (leave_id, from, to, minutes))

}  // namespace paceline::api::form
