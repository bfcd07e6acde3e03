// SPDX-License-Identifier: Apache-2.0
// A date and time as somebody wrote it down, and how exactly it is known. On whose clock it was, the file or the person
// who imports it has to say.
#pragma once

#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>
#include <string>

#include "base/day.h"

namespace paceline {

/// month: the day is not known. day: the time is not known.
BOOST_DEFINE_ENUM_CLASS(Precision, month, day, second)

struct WrittenMoment {
  Day day;                           ///< of precision month: its first
  std::int64_t microsecond = 0;      ///< of the day
  std::optional<int> offset_minute;  ///< east of UTC; none: not written
  Precision precision = Precision::second;
  std::string zone{};  ///< IANA zone that stands beside it; empty: none
  friend bool operator==(const WrittenMoment&, const WrittenMoment&) = default;
};

}  // namespace paceline
