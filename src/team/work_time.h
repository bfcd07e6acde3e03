// SPDX-License-Identifier: Apache-2.0
// A rep's own time: what the working calendar offers, less part time, days outside the employment and leave; and the
// share of a full quota that a ramp asks of somebody new.
//
// Each day goes through the same steps: the usual minutes of the calendar (full time), what a holiday or a moved
// working day makes of them, the rep's own share of that (part time), what is left outside leave, times the ramp's
// share. A step that a quota does not excuse (Excuses) leaves the minutes as they were. Part time on a day that
// differs: the same share as on the usual day, or of the usual week where the usual day has no minutes (a moved
// Saturday), rounded half up to a minute. Leaves that overlap do not add up: the longer one counts. Units: minutes of
// work, 0 to 1440 a day; shares in basis points, 10000 is all. Worked example: half time of 240 a day in a week of 480
// with one holiday: 4 * 240 = 960 of 2400 minutes, so 250 a week becomes 100. A ramp of 5000 from Wednesday on: (2 + 3
// / 2) / 5 of 250 is 175.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "base/working_calendar.h"

namespace paceline {

inline constexpr int kAllBp = 10'000;

/// The rep's own usual week from a day on, until the next one; before the first: full time.
struct WorkWeek {
  Day from;
  std::array<int, 7> minutes{};  ///< Monday first, each 0 to 1440
  friend bool operator==(const WorkWeek&, const WorkWeek&) = default;
};

/// Absent, without the reason: only that it is so.
struct Leave {
  Period span;
  std::optional<int> minutes;  ///< of each of its days, 1 to 1440; none: whole days
  friend bool operator==(const Leave&, const Leave&) = default;
};

struct RampStep {
  int after_days = 0;  ///< since the ramp began, 0 to 3660
  int share_bp = kAllBp;
  friend bool operator==(const RampStep&, const RampStep&) = default;
};

/// Which share of a full quota is asked of somebody new from a day on; nothing until its first step.
struct Ramp {
  Day from;
  std::vector<RampStep> steps;  ///< by after_days, never empty
  friend bool operator==(const Ramp&, const Ramp&) = default;
};

struct WorkTime {
  WorkingCalendar calendar;
  std::vector<WorkWeek> weeks;  ///< oldest first
  std::vector<Leave> leaves;    ///< in any order
  std::optional<Ramp> ramp;
  Period employed = kAlways;
};

/// What lowers a quota; each can be switched off.
struct Excuses {
  bool holidays = true;  ///< holidays, half days, moved working days, closing days
  bool part_time = true;
  bool leave = true;
  bool ramp = true;
  friend bool operator==(const Excuses&, const Excuses&) = default;
};

/// The minutes of one day after each step.
struct WorkDay {
  int full = 0;          ///< the calendar's usual day
  int calendar = 0;      ///< after holidays and moved days
  bool closing = false;  ///< the difference is a closing day of the company
  int own = 0;           ///< after part time
  bool employed = true;
  int present = 0;  ///< after leave; 0 when not employed
  int share_bp = kAllBp;
};

/// Closes the company on the day, as far as the calendar has more minutes than `closing`.
void close_on(WorkingCalendar& calendar, Day day, const CalendarException& closing);

[[nodiscard]] WorkDay work_day(const WorkTime& time, Day day, const Excuses& excuses = {});

/// Minutes that the rep is there, all excuses taken.
[[nodiscard]] std::int64_t present_minutes(const WorkTime& time, Period period);

}  // namespace paceline
