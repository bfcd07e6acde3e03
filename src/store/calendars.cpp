// SPDX-License-Identifier: Apache-2.0
#include "store/calendars.h"

#include "store/columns.h"
#include "team/work_time.h"

namespace paceline::store {
namespace {

constexpr Statement kPutCalendar{
    "calendar.put",
    "INSERT INTO calendar (org_id, calendar_id, name, monday, tuesday, wednesday, thursday, friday, saturday, sunday,"
    " day_start_minute, week_start) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
    " ON CONFLICT (org_id, calendar_id) DO UPDATE SET name = excluded.name, monday = excluded.monday, tuesday = excluded.tuesday,"
    " wednesday = excluded.wednesday, thursday = excluded.thursday, friday = excluded.friday, saturday = excluded.saturday,"
    " sunday = excluded.sunday, day_start_minute = excluded.day_start_minute, week_start = excluded.week_start"};
constexpr Statement kClearCalendarDays{"calendar_day.clear",
                                       "DELETE FROM calendar_day WHERE org_id = $1 AND calendar_id = $2"};
constexpr Statement kAddCalendarDay{
    "calendar_day.add",
    "INSERT INTO calendar_day (org_id, calendar_id, day, minutes, name) VALUES ($1, $2, $3, $4, $5)"};
constexpr Statement kCalendars{
    "calendar.all",
    "SELECT calendar_id, name, monday, tuesday, wednesday, thursday, friday, saturday, sunday,"
    " day_start_minute, week_start FROM calendar WHERE org_id = $1 ORDER BY name, calendar_id"};
constexpr Statement kCalendarOf{
    "calendar.of_member",
    "SELECT c.calendar_id, c.name, c.monday, c.tuesday, c.wednesday, c.thursday, c.friday, c.saturday, c.sunday,"
    " c.day_start_minute, c.week_start FROM member u JOIN calendar c ON c.org_id = $1 AND c.calendar_id = u.calendar_id"
    " WHERE u.org_id = $1 AND u.user_id = $2"};
constexpr Statement kCalendarDays{
    "calendar_day.all",
    "SELECT day, minutes, name FROM calendar_day WHERE org_id = $1 AND calendar_id = $2 ORDER BY day"};
constexpr Statement kClearClosingDays{"closing_day.clear", "DELETE FROM closing_day WHERE org_id = $1"};
constexpr Statement kAddClosingDay{"closing_day.add",
                                   "INSERT INTO closing_day (org_id, day, minutes, name) VALUES ($1, $2, $3, $4)"};
constexpr Statement kClosingDays{"closing_day.all",
                                 "SELECT day, minutes, name FROM closing_day WHERE org_id = $1 ORDER BY day"};

struct CalendarRecord {
  CalendarId calendar_id;
  std::string name;
  int monday, tuesday, wednesday, thursday, friday, saturday, sunday, day_start_minute, week_start;
};
BOOST_DESCRIBE_STRUCT(CalendarRecord, (),
                      (calendar_id, name, monday, tuesday, wednesday, thursday, friday, saturday, sunday,
                       day_start_minute, week_start))

struct CalendarDayRecord {
  Day day;
  int minutes = 0;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(CalendarDayRecord, (), (day, minutes, name))

Result<StoredCalendar> with_days(const CalendarRecord& record, const OrgScope& scope) {
  StoredCalendar stored{record.calendar_id, record.name, {}};
  stored.calendar.weekday_minutes = {record.monday, record.tuesday,  record.wednesday, record.thursday,
                                     record.friday, record.saturday, record.sunday};
  stored.calendar.day_start_minute = record.day_start_minute;
  stored.calendar.week_start = static_cast<Weekday>(record.week_start);
  PACELINE_TRY(auto days,
               query_all<CalendarDayRecord>(scope.connection, kCalendarDays, params(scope.org_id, record.calendar_id)));
  for (auto& day : days)
    stored.calendar.exceptions.emplace(day.day, CalendarException{day.minutes, std::move(day.name), false});
  return stored;
}

}  // namespace

Result<void> SqlCalendarStore::put_calendar(const StoredCalendar& stored) {
  const auto& minutes = stored.calendar.weekday_minutes;
  PACELINE_CHECK(scope_.connection.execute(
      kPutCalendar,
      params(scope_.org_id, stored.calendar_id, stored.name, minutes[0], minutes[1], minutes[2], minutes[3], minutes[4],
             minutes[5], minutes[6], stored.calendar.day_start_minute, static_cast<int>(stored.calendar.week_start))));
  PACELINE_CHECK(scope_.connection.execute(kClearCalendarDays, params(scope_.org_id, stored.calendar_id)));
  for (const auto& [day, exception] : stored.calendar.exceptions) {
    PACELINE_CHECK(scope_.connection.execute(
        kAddCalendarDay, params(scope_.org_id, stored.calendar_id, day, exception.minutes, exception.name)));
  }
  return {};
}

Result<std::vector<StoredCalendar>> SqlCalendarStore::calendars() {
  PACELINE_TRY(const auto records, query_all<CalendarRecord>(scope_.connection, kCalendars, params(scope_.org_id)));
  std::vector<StoredCalendar> all;
  for (const CalendarRecord& record : records) {
    PACELINE_TRY(auto stored, with_days(record, scope_));
    all.push_back(std::move(stored));
  }
  return all;
}

Result<WorkingCalendar> SqlCalendarStore::calendar_of(UserId user_id) {
  PACELINE_TRY(const auto record,
               query_one<CalendarRecord>(scope_.connection, kCalendarOf, params(scope_.org_id, user_id)));
  if (!record) return fail(Fault::not_found, "user.not_found");
  PACELINE_TRY(auto stored, with_days(*record, scope_));
  PACELINE_TRY(const auto closing, closing_days());
  for (const auto& [day, exception] : closing) close_on(stored.calendar, day, exception);
  return std::move(stored.calendar);
}

Result<void> SqlCalendarStore::put_closing_days(const ClosingDays& days) {
  PACELINE_CHECK(scope_.connection.execute(kClearClosingDays, params(scope_.org_id)));
  for (const auto& [day, closing] : days) {
    PACELINE_CHECK(
        scope_.connection.execute(kAddClosingDay, params(scope_.org_id, day, closing.minutes, closing.name)));
  }
  return {};
}

Result<ClosingDays> SqlCalendarStore::closing_days() {
  PACELINE_TRY(auto records, query_all<CalendarDayRecord>(scope_.connection, kClosingDays, params(scope_.org_id)));
  ClosingDays days;
  for (auto& record : records) {
    days.emplace(record.day, CalendarException{record.minutes, std::move(record.name), true});
  }
  return days;
}

}  // namespace paceline::store
