// SPDX-License-Identifier: Apache-2.0
#include "app/apply_parts.h"
#include "app/cells.h"
#include "base/utf8.h"

namespace paceline {
namespace {

bool same(const WorkingCalendar& a, const WorkingCalendar& b) {
  return a.weekday_minutes == b.weekday_minutes && a.day_start_minute == b.day_start_minute &&
         a.week_start == b.week_start && a.exceptions == b.exceptions;
}

bool fits(int minutes) {
  return minutes >= 0 && minutes <= kMinutesPerDay;
}

Errors faults_of(const std::map<Day, CalendarException>& days, const std::string& list) {
  Errors faults;
  for (const auto& [day, exception] : days) {
    const bool good = fits(exception.minutes) && is_plain_text(exception.name, 200);
    if (!good) {
      faults.push_back({Fault::invalid, "calendar.minutes.out_of_range", list + "/" + to_text(day), "0 to 1440"});
    }
  }
  return faults;
}

Errors faults_of(const CalendarDefinition& definition) {
  Errors faults;
  if (auto name = parse_name(definition.name); !name)
    faults.push_back({Fault::invalid, name.error().code, "/name", {}});
  if (definition.country && definition.own_week) {
    faults.push_back({Fault::invalid, "calendar.country.own_week", "/country", {}});
  }
  const WorkingCalendar& calendar = definition.calendar;
  const bool week_fits = std::all_of(calendar.weekday_minutes.begin(), calendar.weekday_minutes.end(), fits);
  if (!week_fits) faults.push_back({Fault::invalid, "calendar.minutes.out_of_range", "/weekday_minutes", "0 to 1440"});
  if (!fits(calendar.day_start_minute)) {
    faults.push_back({Fault::invalid, "calendar.minutes.out_of_range", "/day_start_minute", "0 to 1440"});
  }
  for (Error& fault : faults_of(calendar.exceptions, "/days")) faults.push_back(std::move(fault));
  return faults;
}

/// The days of the definition over those of its country.
Result<WorkingCalendar> calendar_of(const CalendarDefinition& definition, const CountryCalendars& countries) {
  if (!definition.country) return definition.calendar;
  PACELINE_TRY(auto calendar, countries.of_country(*definition.country));
  calendar.day_start_minute = definition.calendar.day_start_minute;
  for (const auto& [day, exception] : definition.calendar.exceptions) calendar.exceptions[day] = exception;
  return calendar;
}

/// The weeks of everybody who works by the calendar begin on another day now.
Result<void> move_weeks_of(const StoredCalendar& before, Stores& stores) {
  PACELINE_TRY(auto users, stores.people.users());
  std::erase_if(users, [&](const User& user) { return user.calendar_id != before.calendar_id; });
  std::sort(users.begin(), users.end(), [](const User& a, const User& b) { return a.user_id < b.user_id; });
  for (const User& user : users) PACELINE_CHECK(move_weeks(user.user_id, before.calendar.week_start, stores));
  return {};
}

}  // namespace

ItemResult apply_calendar(const CalendarDefinition& definition, const ApplyContext& context) {
  if (auto faults = faults_of(definition); !faults.empty()) return tl::unexpected(std::move(faults));
  const auto wanted = calendar_of(definition, context.countries);
  if (!wanted) return refused({Fault::invalid, wanted.error().code, "/country", {}});
  PACELINE_TRY_ITEM(const auto calendars, context.stores.calendars.calendars());
  const StoredCalendar* known = find_named(calendars, definition.name);
  if (known != nullptr && same(known->calendar, *wanted)) return ItemOutcome::unchanged;
  const CalendarId id = known != nullptr ? known->calendar_id : context.ids.make<CalendarId>();
  PACELINE_CHECK_ITEM(context.stores.calendars.put_calendar({id, definition.name, *wanted}));
  if (known != nullptr) PACELINE_CHECK_ITEM(move_weeks_of(*known, context.stores));
  return known != nullptr ? ItemOutcome::changed : ItemOutcome::created;
}

ItemResult apply_closing_days(const ClosingDays& days, const ApplyContext& context) {
  if (auto faults = faults_of(days, ""); !faults.empty()) return tl::unexpected(std::move(faults));
  PACELINE_TRY_ITEM(const auto known, context.stores.calendars.closing_days());
  if (known == days) return ItemOutcome::unchanged;
  PACELINE_CHECK_ITEM(context.stores.calendars.put_closing_days(days));
  return known.empty() ? ItemOutcome::created : ItemOutcome::changed;
}

}  // namespace paceline
