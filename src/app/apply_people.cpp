// SPDX-License-Identifier: Apache-2.0
#include "app/apply_parts.h"
#include "app/cells.h"

namespace paceline {
namespace {

struct CheckedUser {
  User user;
  std::optional<TeamId> team_id;
  std::optional<RampStart> ramp;
};

/// The days of the employment that the definition leaves as they are.
UserDefinition completed(UserDefinition definition, const User& known) {
  if (!definition.joined) definition.joined = known.joined;
  if (!definition.left) definition.left = known.left;
  return definition;
}

/// None: the definition names no ramp, or none that is there.
Result<std::optional<RampStart>> ramp_start(const UserDefinition& definition, WorkTimeStore& work_times) {
  if (!definition.ramp) return std::nullopt;
  PACELINE_TRY(const auto ramps, work_times.ramps());
  const StoredRamp* ramp = find_named(ramps, *definition.ramp);
  if (ramp == nullptr) return std::nullopt;
  return RampStart{ramp->ramp_id, definition.ramp_from.value_or(definition.joined.value_or(kFirstDay))};
}

/// The definition with its names turned to ids.
Checked<CheckedUser> checked_user(const UserDefinition& definition, const ApplyContext& context) {
  PACELINE_TRY_ITEM(const auto organisation, context.stores.people.organisation());
  PACELINE_TRY_ITEM(const auto calendars, context.stores.calendars.calendars());
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
  checked.user.joined = definition.joined;
  checked.user.left = definition.left;
  if (definition.team) {
    const Team* team = find_named(teams, *definition.team);
    if (team == nullptr) refuse("user.team.unknown", "/team");
    if (team != nullptr) checked.team_id = team->team_id;
  }
  if (definition.joined && definition.left && *definition.left < *definition.joined) {
    refuse("user.left.before_joined", "/left");
  }
  PACELINE_TRY_ITEM(checked.ramp, ramp_start(definition, context.stores.work_times));
  if (definition.ramp && !checked.ramp) refuse("user.ramp.unknown", "/ramp");
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return checked;
}

bool same(const User& a, const User& b) {
  return a.name == b.name && a.role == b.role && a.zone == b.zone && a.calendar_id == b.calendar_id &&
         a.active == b.active && a.joined == b.joined && a.left == b.left;
}

ItemResult create_user(const UserDefinition& definition, CheckedUser checked, const ApplyContext& context) {
  checked.user.user_id = context.ids.make<UserId>();
  PACELINE_CHECK_ITEM(context.stores.people.add_user(checked.user));
  const Membership membership{checked.user.user_id, definition.from.value_or(definition.joined.value_or(kFirstDay)),
                              checked.team_id};
  PACELINE_CHECK_ITEM(context.stores.people.add_membership(membership));
  if (checked.ramp) PACELINE_CHECK_ITEM(context.stores.work_times.set_ramp_of(checked.user.user_id, *checked.ramp));
  return ItemOutcome::created;
}

ItemResult change_user(const UserDefinition& definition, CheckedUser checked, const User& known,
                       const ApplyContext& context) {
  checked.user.user_id = known.user_id;
  PACELINE_TRY_ITEM(const auto today, context.zones.local(context.now, checked.user.zone));
  PACELINE_TRY_ITEM(const auto team, context.stores.people.team_on(known.user_id, definition.from.value_or(today.day)));
  const bool moves = definition.team && (!team || team->team_id != checked.team_id);
  PACELINE_TRY_ITEM(const auto ramp, context.stores.work_times.ramp_of(known.user_id));
  const bool ramps = checked.ramp && checked.ramp != ramp;
  if (same(checked.user, known) && !moves && !ramps) return ItemOutcome::unchanged;
  if (ramps) PACELINE_CHECK_ITEM(context.stores.work_times.set_ramp_of(known.user_id, *checked.ramp));
  PACELINE_TRY_ITEM(const Weekday week_start, context.stores.people.week_start_of(known.user_id));
  PACELINE_CHECK_ITEM(context.stores.people.change_user(checked.user));
  PACELINE_CHECK_ITEM(move_weeks(known.user_id, week_start, context.stores));
  if (moves) {
    const Membership membership{known.user_id, definition.from.value_or(today.day), checked.team_id};
    PACELINE_CHECK_ITEM(context.stores.people.add_membership(membership));
  }
  return ItemOutcome::changed;
}

}  // namespace

ItemResult apply_user(const UserDefinition& written, const ApplyContext& context) {
  const auto email = parse_email(written.email);
  PACELINE_TRY_ITEM(const auto known, context.stores.people.find_user_by_email(email ? *email : ""));
  const UserDefinition definition = known ? completed(written, *known) : written;
  auto checked = checked_user(definition, context);
  if (!checked) return tl::unexpected(std::move(checked).error());
  if (!known) return create_user(definition, *std::move(checked), context);
  return change_user(definition, *std::move(checked), *known, context);
}

}  // namespace paceline
