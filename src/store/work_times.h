// SPDX-License-Identifier: Apache-2.0
// WorkTimeStore on SQL.
#pragma once

#include "app/ports/work_time_store.h"
#include "store/org_scope.h"

namespace paceline::store {

class SqlWorkTimeStore : public WorkTimeStore {
 public:
  explicit SqlWorkTimeStore(const OrgScope& scope) : scope_(scope) {}

  Result<std::vector<OfUser<WorkWeek>>> all_weeks() override;
  Result<std::vector<OfUser<StoredLeave>>> all_leaves() override;
  Result<std::vector<OfUser<RampStart>>> all_ramp_starts() override;
  Result<WorkTime> work_time_of(UserId user_id, WorkingCalendar calendar) override;
  Result<std::map<UserId, WorkTime>> work_times_of(const std::vector<UserId>& users) override;
  Result<void> put_week(UserId user_id, const WorkWeek& week) override;
  Result<void> add_leave(UserId user_id, const StoredLeave& leave) override;
  Result<bool> remove_leave(UserId user_id, LeaveId leave_id) override;
  Result<std::vector<StoredLeave>> leaves_of(UserId user_id) override;
  Result<std::vector<OfUser<StoredLeave>>> leaves_within(const std::vector<UserId>& users, Period span) override;
  Result<void> put_ramp(const StoredRamp& ramp) override;
  Result<std::vector<StoredRamp>> ramps() override;
  Result<void> set_ramp_of(UserId user_id, const RampStart& start) override;
  Result<std::optional<RampStart>> ramp_of(UserId user_id) override;

 private:
  const OrgScope& scope_;
};

}  // namespace paceline::store
