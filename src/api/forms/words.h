// SPDX-License-Identifier: Apache-2.0
// Words and values of the domain that stand in JSON exactly as they are in C++: only their members are named here.
// A change of one of these lists is a change of the API (docs/api/README.md).
#pragma once

#include <boost/describe.hpp>

#include "activity/kind.h"
#include "base/period.h"
#include "quota/pace_days.h"
#include "team/user.h"

namespace paceline {

BOOST_DESCRIBE_ENUM(PeriodKind, day, week, month, quarter, span)
BOOST_DESCRIBE_ENUM(Weekday, monday, tuesday, wednesday, thursday, friday, saturday, sunday)

BOOST_DESCRIBE_STRUCT(Team, (), (team_id, name))
BOOST_DESCRIBE_STRUCT(Outcome, (), (outcome, label))
BOOST_DESCRIBE_STRUCT(Kind, (), (kind, label, client_facing, has_direction, has_duration, outcomes))
BOOST_DESCRIBE_STRUCT(AfterSignal, (), (kinds, topics, within_days))
BOOST_DESCRIBE_STRUCT(Rule, (),
                      (rule_id, unit, kinds, directions, outcomes, temperatures, relations, sources, product_lines,
                       segments, topics, min_duration_s, repeat_window_s, after_signal, currency))
BOOST_DESCRIBE_STRUCT(Excuses, (), (holidays, part_time, leave, ramp))
BOOST_DESCRIBE_STRUCT(ProrationPart, (), (why, minutes))
BOOST_DESCRIBE_STRUCT(WorkingDays, (), (total, elapsed, left))
BOOST_DESCRIBE_STRUCT(CountBand, (), (low, high))
BOOST_DESCRIBE_STRUCT(Projection, (), (mean, p10, p50, p90))
BOOST_DESCRIBE_STRUCT(PerDay, (), (needed, so_far, last_10, best_10, at_start))

}  // namespace paceline
