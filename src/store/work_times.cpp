// SPDX-License-Identifier: Apache-2.0
#include "store/work_times.h"

#include "store/columns.h"
#include "store/sql/in_list.h"

namespace paceline::store {
namespace {

constexpr Statement kEmployment{"member.employment",
                                "SELECT joined_day, left_day FROM member WHERE org_id = $1 AND user_id = $2"};

constexpr Statement kPutWeek{
    "work_week.put",
    "INSERT INTO work_week (org_id, user_id, from_day, monday, tuesday, wednesday, thursday, friday, saturday, sunday)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (org_id, user_id, from_day) DO UPDATE SET"
    " monday = excluded.monday, tuesday = excluded.tuesday, wednesday = excluded.wednesday, thursday = excluded.thursday,"
    " friday = excluded.friday, saturday = excluded.saturday, sunday = excluded.sunday"};
constexpr Statement kWeeks{
    "work_week.of_user",
    "SELECT from_day, monday, tuesday, wednesday, thursday, friday, saturday, sunday FROM work_week"
    " WHERE org_id = $1 AND user_id = $2 ORDER BY from_day"};

constexpr Statement kAllWeeks{
    "work_week.all",
    "SELECT from_day, monday, tuesday, wednesday, thursday, friday, saturday, sunday, user_id FROM work_week"
    " WHERE org_id = $1 ORDER BY user_id, from_day"};
constexpr Statement kWeeksOfAll{
    "work_week.of_users",
    "SELECT user_id, from_day, monday, tuesday, wednesday, thursday, friday, saturday, sunday FROM work_week"
    " WHERE org_id = $1 AND user_id IN ($2) ORDER BY user_id, from_day"};

constexpr Statement kAddLeave{
    "leave.add",
    "INSERT INTO leave (org_id, user_id, leave_id, from_day, to_day, minutes) VALUES ($1, $2, $3, $4, $5, $6)"};
constexpr Statement kLeaves{"leave.of_user",
                            "SELECT leave_id, from_day, to_day, minutes FROM leave WHERE org_id = $1 AND user_id = $2"
                            " ORDER BY from_day, leave_id"};

constexpr Statement kRemoveLeave{"leave.remove",
                                 "DELETE FROM leave WHERE org_id = $1 AND user_id = $2 AND leave_id = $3"};
constexpr Statement kAllLeaves{"leave.all",
                               "SELECT leave_id, from_day, to_day, minutes, user_id FROM leave WHERE org_id = $1"
                               " ORDER BY user_id, from_day, leave_id"};
constexpr Statement kLeavesWithin{"leave.within",
                                  "SELECT leave_id, from_day, to_day, minutes, user_id FROM leave WHERE org_id = $1"
                                  " AND from_day < $2 AND to_day > $3 AND user_id IN ($4)"
                                  " ORDER BY user_id, from_day, leave_id"};
constexpr Statement kLeavesOfAll{"leave.of_users",
                                 "SELECT user_id, from_day, to_day, minutes FROM leave WHERE org_id = $1"
                                 " AND user_id IN ($2) ORDER BY user_id, from_day, leave_id"};

constexpr Statement kPutRamp{"ramp.put",
                             "INSERT INTO ramp (org_id, ramp_id, name) VALUES ($1, $2, $3)"
                             " ON CONFLICT (org_id, ramp_id) DO UPDATE SET name = excluded.name"};
constexpr Statement kClearSteps{"ramp_step.clear", "DELETE FROM ramp_step WHERE org_id = $1 AND ramp_id = $2"};
constexpr Statement kAddStep{"ramp_step.add",
                             "INSERT INTO ramp_step (org_id, ramp_id, after_days, share_bp) VALUES ($1, $2, $3, $4)"};
constexpr Statement kRamps{"ramp.all", "SELECT ramp_id, name FROM ramp WHERE org_id = $1 ORDER BY name, ramp_id"};
constexpr Statement kSteps{
    "ramp_step.all",
    "SELECT after_days, share_bp FROM ramp_step WHERE org_id = $1 AND ramp_id = $2 ORDER BY after_days"};

constexpr Statement kSetRamp{
    "member_ramp.put",
    "INSERT INTO member_ramp (org_id, user_id, ramp_id, from_day) VALUES ($1, $2, $3, $4)"
    " ON CONFLICT (org_id, user_id) DO UPDATE SET ramp_id = excluded.ramp_id, from_day = excluded.from_day"};
constexpr Statement kRampOf{"member_ramp.get",
                            "SELECT ramp_id, from_day FROM member_ramp WHERE org_id = $1 AND user_id = $2"};

constexpr Statement kAllRampStarts{
    "member_ramp.all", "SELECT ramp_id, from_day, user_id FROM member_ramp WHERE org_id = $1 ORDER BY user_id"};
constexpr Statement kRampsOfAll{
    "member_ramp.of_users",
    "SELECT user_id, ramp_id, from_day FROM member_ramp WHERE org_id = $1 AND user_id IN ($2) ORDER BY user_id"};

struct EmploymentRecord {
  std::optional<Day> joined;
  std::optional<Day> left;
};
BOOST_DESCRIBE_STRUCT(EmploymentRecord, (), (joined, left))

struct WeekRecord {
  Day from;
  int monday, tuesday, wednesday, thursday, friday, saturday, sunday;
};
BOOST_DESCRIBE_STRUCT(WeekRecord, (), (from, monday, tuesday, wednesday, thursday, friday, saturday, sunday))

struct UsersWeekRecord : WeekRecord {
  UserId user_id;
};
BOOST_DESCRIBE_STRUCT(UsersWeekRecord, (WeekRecord), (user_id))
struct WeekOfUser {
  UserId user_id;
  Day from;
  int monday, tuesday, wednesday, thursday, friday, saturday, sunday;
};
BOOST_DESCRIBE_STRUCT(WeekOfUser, (), (user_id, from, monday, tuesday, wednesday, thursday, friday, saturday, sunday))

struct LeaveOfUser {
  UserId user_id;
  Day from;
  Day to;
  std::optional<int> minutes;
};
BOOST_DESCRIBE_STRUCT(LeaveOfUser, (), (user_id, from, to, minutes))

struct RampOfUser {
  UserId user_id;
  RampId ramp_id;
  Day from;
};
BOOST_DESCRIBE_STRUCT(RampOfUser, (), (user_id, ramp_id, from))

struct LeaveRecord {
  LeaveId leave_id;
  Day from;
  Day to;
  std::optional<int> minutes;
};
BOOST_DESCRIBE_STRUCT(LeaveRecord, (), (leave_id, from, to, minutes))

struct UsersLeaveRecord : LeaveRecord {
  UserId user_id;
};
BOOST_DESCRIBE_STRUCT(UsersLeaveRecord, (LeaveRecord), (user_id))

struct UsersRampRecord : RampStart {
  UserId user_id;
};
BOOST_DESCRIBE_STRUCT(UsersRampRecord, (RampStart), (user_id))

struct RampRecord {
  RampId ramp_id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(RampRecord, (), (ramp_id, name))

WorkWeek week_from(const WeekRecord& r) {
  return {r.from, {r.monday, r.tuesday, r.wednesday, r.thursday, r.friday, r.saturday, r.sunday}};
}

StoredLeave leave_from(const LeaveRecord& r) {
  return {r.leave_id, {{r.from, r.to}, r.minutes}};
}

Result<std::vector<RampStep>> steps_of(RampId ramp_id, const OrgScope& scope) {
  return query_all<RampStep>(scope.connection, kSteps, params(scope.org_id, ramp_id));
}

Result<std::vector<WorkWeek>> weeks_of(UserId user_id, const OrgScope& scope) {
  PACELINE_TRY(const auto records, query_all<WeekRecord>(scope.connection, kWeeks, params(scope.org_id, user_id)));
  std::vector<WorkWeek> weeks;
  weeks.reserve(records.size());
  for (const WeekRecord& record : records) weeks.push_back(week_from(record));
  return weeks;
}

}  // namespace

Result<std::vector<OfUser<WorkWeek>>> SqlWorkTimeStore::all_weeks() {
  PACELINE_TRY(const auto records, query_all<UsersWeekRecord>(scope_.connection, kAllWeeks, params(scope_.org_id)));
  std::vector<OfUser<WorkWeek>> all;
  all.reserve(records.size());
  for (const UsersWeekRecord& record : records) all.push_back({record.user_id, week_from(record)});
  return all;
}

Result<std::vector<OfUser<StoredLeave>>> SqlWorkTimeStore::all_leaves() {
  PACELINE_TRY(const auto records, query_all<UsersLeaveRecord>(scope_.connection, kAllLeaves, params(scope_.org_id)));
  std::vector<OfUser<StoredLeave>> all;
  all.reserve(records.size());
  for (const UsersLeaveRecord& record : records) all.push_back({record.user_id, leave_from(record)});
  return all;
}

Result<std::vector<OfUser<StoredLeave>>> SqlWorkTimeStore::leaves_within(const std::vector<UserId>& users,
                                                                         Period span) {
  PACELINE_TRY(auto records,
               query_list<UsersLeaveRecord>(scope_.connection, kLeavesWithin, params(scope_.org_id, span.to, span.from),
                                            std::span<const UserId>(users)));
  std::vector<OfUser<StoredLeave>> found;
  found.reserve(records.size());
  for (const UsersLeaveRecord& record : records) found.push_back({record.user_id, leave_from(record)});
  return found;
}

Result<std::vector<OfUser<RampStart>>> SqlWorkTimeStore::all_ramp_starts() {
  PACELINE_TRY(const auto records,
               query_all<UsersRampRecord>(scope_.connection, kAllRampStarts, params(scope_.org_id)));
  std::vector<OfUser<RampStart>> all;
  all.reserve(records.size());
  for (const UsersRampRecord& record : records) all.push_back({record.user_id, {record.ramp_id, record.from}});
  return all;
}

Result<WorkTime> SqlWorkTimeStore::work_time_of(UserId user_id, WorkingCalendar calendar) {
  WorkTime time;
  time.calendar = std::move(calendar);
  PACELINE_TRY(const auto employment,
               query_one<EmploymentRecord>(scope_.connection, kEmployment, params(scope_.org_id, user_id)));
  if (!employment) return fail(Fault::not_found, "user.not_found");
  time.employed = {employment->joined.value_or(kAlways.from), employment->left.value_or(kAlways.to)};
  PACELINE_TRY(time.weeks, weeks_of(user_id, scope_));
  PACELINE_TRY(const auto leaves, leaves_of(user_id));
  for (const StoredLeave& stored : leaves) time.leaves.push_back(stored.leave);
  PACELINE_TRY(const auto start, ramp_of(user_id));
  if (start) {
    PACELINE_TRY(auto steps, steps_of(start->ramp_id, scope_));
    time.ramp = Ramp{start->from, std::move(steps)};
  }
  return time;
}

Result<std::map<UserId, WorkTime>> SqlWorkTimeStore::work_times_of(const std::vector<UserId>& users) {
  const std::span<const UserId> listed(users);
  PACELINE_TRY(const auto weeks, query_list<WeekOfUser>(scope_.connection, kWeeksOfAll, params(scope_.org_id), listed));
  PACELINE_TRY(const auto leaves,
               query_list<LeaveOfUser>(scope_.connection, kLeavesOfAll, params(scope_.org_id), listed));
  PACELINE_TRY(const auto starts,
               query_list<RampOfUser>(scope_.connection, kRampsOfAll, params(scope_.org_id), listed));
  PACELINE_TRY(const auto ramps, starts.empty() ? Result<std::vector<StoredRamp>>() : this->ramps());
  std::map<RampId, std::vector<RampStep>> steps;
  for (const StoredRamp& ramp : ramps) steps.emplace(ramp.ramp_id, ramp.steps);
  std::map<UserId, WorkTime> times;
  for (const WeekOfUser& r : weeks) {
    times[r.user_id].weeks.push_back(
        {r.from, {r.monday, r.tuesday, r.wednesday, r.thursday, r.friday, r.saturday, r.sunday}});
  }
  for (const LeaveOfUser& leave : leaves) {
    times[leave.user_id].leaves.push_back({{leave.from, leave.to}, leave.minutes});
  }
  for (const RampOfUser& start : starts) times[start.user_id].ramp = Ramp{start.from, steps.at(start.ramp_id)};
  return times;
}

Result<void> SqlWorkTimeStore::put_week(UserId user_id, const WorkWeek& week) {
  const auto& m = week.minutes;
  PACELINE_CHECK(scope_.connection.execute(
      kPutWeek, params(scope_.org_id, user_id, week.from, m[0], m[1], m[2], m[3], m[4], m[5], m[6])));
  return {};
}

Result<void> SqlWorkTimeStore::add_leave(UserId user_id, const StoredLeave& stored) {
  const Leave& leave = stored.leave;
  PACELINE_CHECK(scope_.connection.execute(
      kAddLeave, params(scope_.org_id, user_id, stored.leave_id, leave.span.from, leave.span.to, leave.minutes)));
  return {};
}

Result<bool> SqlWorkTimeStore::remove_leave(UserId user_id, LeaveId leave_id) {
  PACELINE_TRY(const auto removed, scope_.connection.execute(kRemoveLeave, params(scope_.org_id, user_id, leave_id)));
  return removed > 0;
}

Result<std::vector<StoredLeave>> SqlWorkTimeStore::leaves_of(UserId user_id) {
  PACELINE_TRY(const auto records, query_all<LeaveRecord>(scope_.connection, kLeaves, params(scope_.org_id, user_id)));
  std::vector<StoredLeave> leaves;
  leaves.reserve(records.size());
  for (const LeaveRecord& record : records) leaves.push_back(leave_from(record));
  return leaves;
}

Result<void> SqlWorkTimeStore::put_ramp(const StoredRamp& ramp) {
  PACELINE_CHECK(scope_.connection.execute(kPutRamp, params(scope_.org_id, ramp.ramp_id, ramp.name)));
  PACELINE_CHECK(scope_.connection.execute(kClearSteps, params(scope_.org_id, ramp.ramp_id)));
  for (const RampStep& step : ramp.steps) {
    PACELINE_CHECK(
        scope_.connection.execute(kAddStep, params(scope_.org_id, ramp.ramp_id, step.after_days, step.share_bp)));
  }
  return {};
}

Result<std::vector<StoredRamp>> SqlWorkTimeStore::ramps() {
  PACELINE_TRY(auto records, query_all<RampRecord>(scope_.connection, kRamps, params(scope_.org_id)));
  std::vector<StoredRamp> ramps;
  for (RampRecord& record : records) {
    PACELINE_TRY(auto steps, steps_of(record.ramp_id, scope_));
    ramps.push_back({record.ramp_id, std::move(record.name), std::move(steps)});
  }
  return ramps;
}

Result<void> SqlWorkTimeStore::set_ramp_of(UserId user_id, const RampStart& start) {
  PACELINE_CHECK(scope_.connection.execute(kSetRamp, params(scope_.org_id, user_id, start.ramp_id, start.from)));
  return {};
}

Result<std::optional<RampStart>> SqlWorkTimeStore::ramp_of(UserId user_id) {
  return query_one<RampStart>(scope_.connection, kRampOf, params(scope_.org_id, user_id));
}

}  // namespace paceline::store
