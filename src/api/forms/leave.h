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

/// Of who is in the team, or in a part of it, today.
struct TeamLeaveQuery : PageQuery {
  ShortText team;
  Day from;
  Day to;  ///< the first day after the span
};
BOOST_DESCRIBE_STRUCT(TeamLeaveQuery, (PageQuery), (team, from, to))

struct LeaveOfRep : Leave {
  RepId rep_id;
};
BOOST_DESCRIBE_STRUCT(LeaveOfRep, (Leave), (rep_id))

}  // namespace paceline::api::form
