// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "app/apply_parts.h"
#include "app/cells.h"
#include "base/utf8.h"

namespace paceline {
namespace {

bool same(const WorkingCalendar& a, const WorkingCalendar& b) {
  const auto same_exception = [](const auto& x, const auto& y) {
    return x.first == y.first && x.second.minutes == y.second.minutes && x.second.name == y.second.name;
  };
  return a.weekday_minutes == b.weekday_minutes && a.day_start_minute == b.day_start_minute &&
         a.week_start == b.week_start &&
         std::equal(a.exceptions.begin(), a.exceptions.end(), b.exceptions.begin(), b.exceptions.end(), same_exception);
}

Errors faults_of(const CalendarDefinition& definition) {
  Errors faults;
  if (auto name = parse_name(definition.name); !name)
    faults.push_back({Fault::invalid, name.error().code, "/name", {}});
  const auto fits = [](int minutes) { return minutes >= 0 && minutes <= kMinutesPerDay; };
  const WorkingCalendar& calendar = definition.calendar;
  const bool week_fits = std::all_of(calendar.weekday_minutes.begin(), calendar.weekday_minutes.end(), fits);
  if (!week_fits) faults.push_back({Fault::invalid, "calendar.minutes.out_of_range", "/weekday_minutes", "0 to 1440"});
  if (!fits(calendar.day_start_minute)) {
    faults.push_back({Fault::invalid, "calendar.minutes.out_of_range", "/day_start_minute", "0 to 1440"});
  }
  for (const auto& [day, exception] : calendar.exceptions) {
    const bool good = fits(exception.minutes) && exception.name.size() <= 200 && is_plain_text(exception.name);
    if (!good)
      faults.push_back({Fault::invalid, "calendar.minutes.out_of_range", "/days/" + to_text(day), "0 to 1440"});
  }
  return faults;
}

template <class T>
const T* find_named(const std::vector<T>& all, const std::string& name) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const T& item) { return item.name == name; });
  return found == all.end() ? nullptr : &*found;
}

struct CheckedUser {
  User user;
  std::optional<TeamId> team_id;
};

/// The definition with its names turned to ids.
Checked<CheckedUser> checked_user(const UserDefinition& definition, const ApplyContext& context) {
  PACELINE_TRY_ITEM(const auto organisation, context.stores.people.organisation());
  PACELINE_TRY_ITEM(const auto calendars, context.stores.people.calendars());
  PACELINE_TRY_ITEM(const auto teams, context.stores.people.teams());
  Errors faults;
  const auto refuse = [&](std::string code, const char* pointer) {
    faults.push_back({Fault::invalid, std::move(code), pointer, {}});
  };
  CheckedUser checked;
  const auto email = parse_email(definition.email);
  const auto name = parse_name(definition.name);
  if (email) checked.user.email = *email;
  if (!email) refuse(email.error().code, "/email");
  if (name) checked.user.name = *name;
  if (!name) refuse(name.error().code, "/name");
  checked.user.role = definition.role;
  if (definition.role == Role::system) refuse("user.role.not_allowed", "/role");
  checked.user.zone = definition.zone.value_or(organisation.zone);
  if (auto zone = context.zones.local(context.now, checked.user.zone); !zone) refuse(zone.error().code, "/zone");
  const StoredCalendar* calendar =
      definition.calendar ? find_named(calendars, *definition.calendar) : &calendars.front();
  if (calendar == nullptr) refuse("user.calendar.unknown", "/calendar");
  if (calendar != nullptr) checked.user.calendar_id = calendar->calendar_id;
  checked.user.active = definition.active;
  if (definition.team) {
    const Team* team = find_named(teams, *definition.team);
    if (team == nullptr) refuse("user.team.unknown", "/team");
    if (team != nullptr) checked.team_id = team->team_id;
  }
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return checked;
}

bool same(const User& a, const User& b) {
  return a.name == b.name && a.role == b.role && a.zone == b.zone && a.calendar_id == b.calendar_id &&
         a.active == b.active;
}

ItemResult create_user(const UserDefinition& definition, CheckedUser checked, const ApplyContext& context) {
  checked.user.user_id = context.ids.make<UserId>();
  PACELINE_CHECK_ITEM(context.stores.people.add_user(checked.user));
  const Membership membership{checked.user.user_id, definition.from.value_or(kFirstDay), checked.team_id};
  PACELINE_CHECK_ITEM(context.stores.people.add_membership(membership));
  return ItemOutcome::created;
}

ItemResult change_user(const UserDefinition& definition, CheckedUser checked, const User& known,
                       const ApplyContext& context) {
  checked.user.user_id = known.user_id;
  PACELINE_TRY_ITEM(const auto today, context.zones.local(context.now, checked.user.zone));
  PACELINE_TRY_ITEM(const auto team, context.stores.people.team_on(known.user_id, definition.from.value_or(today.day)));
  const bool moves = definition.team && (!team || team->team_id != checked.team_id);
  if (same(checked.user, known) && !moves) return ItemOutcome::unchanged;
  PACELINE_TRY_ITEM(const Weekday week_start, context.stores.people.week_start_of(known.user_id));
  PACELINE_CHECK_ITEM(context.stores.people.change_user(checked.user));
  PACELINE_CHECK_ITEM(move_weeks(known.user_id, week_start, context.stores));
  if (moves) {
    const Membership membership{known.user_id, definition.from.value_or(today.day), checked.team_id};
    PACELINE_CHECK_ITEM(context.stores.people.add_membership(membership));
  }
  return ItemOutcome::changed;
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
  PACELINE_TRY_ITEM(const auto calendars, context.stores.people.calendars());
  const StoredCalendar* known = find_named(calendars, definition.name);
  if (known != nullptr && same(known->calendar, definition.calendar)) return ItemOutcome::unchanged;
  const CalendarId id = known != nullptr ? known->calendar_id : context.ids.make<CalendarId>();
  PACELINE_CHECK_ITEM(context.stores.people.put_calendar({id, definition.name, definition.calendar}));
  if (known != nullptr) PACELINE_CHECK_ITEM(move_weeks_of(*known, context.stores));
  return known != nullptr ? ItemOutcome::changed : ItemOutcome::created;
}

ItemResult apply_team(const std::string& name, const ApplyContext& context) {
  const auto parsed = parse_name(name);
  if (!parsed) return refused({Fault::invalid, parsed.error().code, "/name", {}});
  const std::string& checked = *parsed;
  PACELINE_TRY_ITEM(const auto teams, context.stores.people.teams());
  if (find_named(teams, checked) != nullptr) return ItemOutcome::unchanged;
  PACELINE_CHECK_ITEM(context.stores.people.add_team({context.ids.make<TeamId>(), checked}));
  return ItemOutcome::created;
}

ItemResult apply_user(const UserDefinition& definition, const ApplyContext& context) {
  auto checked = checked_user(definition, context);
  if (!checked) return tl::unexpected(std::move(checked).error());
  PACELINE_TRY_ITEM(const auto known, context.stores.people.find_user_by_email(checked->user.email));
  if (!known) return create_user(definition, *std::move(checked), context);
  return change_user(definition, *std::move(checked), *known, context);
}

}  // namespace paceline
