// SPDX-License-Identifier: Apache-2.0
// Everybody's own time, as it is stored: part time, leave and ramps.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "team/work_time.h"

namespace paceline {

struct StoredLeave {
  LeaveId leave_id;
  Leave leave;
};

struct StoredRamp {
  RampId ramp_id;
  std::string name;
  std::vector<RampStep> steps;
};

/// Which ramp somebody has, and since when.
struct RampStart {
  RampId ramp_id;
  Day from;
  friend bool operator==(const RampStart&, const RampStart&) = default;
};

/// What one user has of the things below.
template <class T>
struct OfUser {
  UserId user_id;
  T value;
};

class WorkTimeStore {
 public:
  virtual ~WorkTimeStore() = default;

  // Of everybody, in order of user, and of each user by the first day.
  [[nodiscard]] virtual Result<std::vector<OfUser<WorkWeek>>> all_weeks() = 0;
  [[nodiscard]] virtual Result<std::vector<OfUser<StoredLeave>>> all_leaves() = 0;
  [[nodiscard]] virtual Result<std::vector<OfUser<RampStart>>> all_ramp_starts() = 0;

  /// The own week, leaves, ramp and employment. Returns not_found "user.not_found".
  [[nodiscard]] virtual Result<WorkTime> work_time_of(UserId user_id, WorkingCalendar calendar) = 0;

  /// The same of many, without their calendars; whoever has none of their own is left out.
  [[nodiscard]] virtual Result<std::map<UserId, WorkTime>> work_times_of(const std::vector<UserId>& users) = 0;

  /// Puts the own week in place of the one that begins on the same day.
  [[nodiscard]] virtual Result<void> put_week(UserId user_id, const WorkWeek& week) = 0;

  [[nodiscard]] virtual Result<void> add_leave(UserId user_id, const StoredLeave& leave) = 0;
  /// False when the user has no such leave.
  [[nodiscard]] virtual Result<bool> remove_leave(UserId user_id, LeaveId leave_id) = 0;
  /// By their first day.
  [[nodiscard]] virtual Result<std::vector<StoredLeave>> leaves_of(UserId user_id) = 0;
  /// Of these users, those with a day in the span; in order of user, and of each user by the first day.
  [[nodiscard]] virtual Result<std::vector<OfUser<StoredLeave>>> leaves_within(const std::vector<UserId>& users,
                                                                               Period span) = 0;

  /// Puts the ramp in place of the one with the same id.
  [[nodiscard]] virtual Result<void> put_ramp(const StoredRamp& ramp) = 0;
  /// By name.
  [[nodiscard]] virtual Result<std::vector<StoredRamp>> ramps() = 0;
  [[nodiscard]] virtual Result<void> set_ramp_of(UserId user_id, const RampStart& start) = 0;
  [[nodiscard]] virtual Result<std::optional<RampStart>> ramp_of(UserId user_id) = 0;
};

}  // namespace paceline
