// SPDX-License-Identifier: Apache-2.0
#include "app/apply_parts.h"
#include "app/cells.h"
#include "app/last_admin.h"
#include "app/phones.h"

namespace paceline {
namespace {

struct CheckedUser {
  User user;
  std::optional<TeamId> team_id;
  std::optional<std::vector<Membership>> memberships;  ///< oldest first, without the user
  std::optional<RampStart> ramp;
  std::optional<std::vector<std::string>> phones;  ///< in order, each once
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

/// The whole list of memberships, oldest first; none: the definition has no such list.
std::optional<std::vector<Membership>> checked_memberships(const UserDefinition& definition,
                                                           const std::vector<Team>& teams, Errors& faults) {
  if (!definition.memberships) return std::nullopt;
  if (definition.team || definition.from) {
    faults.push_back({Fault::invalid, "user.memberships.and_team", "/memberships", {}});
  }
  std::map<Day, Membership> by_day;
  for (std::size_t i = 0; i < definition.memberships->size(); ++i) {
    const MembershipDefinition& asked = (*definition.memberships)[i];
    const std::string pointer = "/memberships/" + std::to_string(i);
    const Team* team = asked.team ? find_named(teams, *asked.team) : nullptr;
    if (asked.team && team == nullptr) faults.push_back({Fault::invalid, "user.team.unknown", pointer + "/team", {}});
    const Day from = asked.from.value_or(kFirstDay);
    const auto team_id = team != nullptr ? std::optional(team->team_id) : std::nullopt;
    const bool first = by_day.emplace(from, Membership{{}, from, team_id}).second;
    if (!first) faults.push_back({Fault::invalid, "user.memberships.day_twice", pointer + "/from", {}});
  }
  std::vector<Membership> memberships;
  memberships.reserve(by_day.size());
  for (const auto& [day, membership] : by_day) memberships.push_back(membership);
  return memberships;
}

/// The own numbers in order, each once; none: the definition has no such list.
Result<std::optional<std::vector<std::string>>> checked_phones(const UserDefinition& definition,
                                                               const std::string& email, Errors& faults,
                                                               Stores& stores) {
  if (!definition.phones) return std::nullopt;
  PACELINE_TRY(const Settings settings, stores.settings.settings());
  PACELINE_TRY(const auto user, stores.people.find_user_by_email(email));
  std::vector<std::string> numbers;
  for (std::size_t i = 0; i < definition.phones->size(); ++i) {
    const std::string pointer = "/phones/" + std::to_string(i);
    auto number = own_number((*definition.phones)[i], settings.phone_country);
    if (!number) {
      faults.push_back({Fault::invalid, number.error().code, pointer, {}});
      continue;
    }
    PACELINE_TRY(const auto whose, stores.phones.user_with(*number));
    if (whose && (!user || *whose != user->user_id))
      faults.push_back({Fault::conflict, "user.phone.taken", pointer, {}});
    numbers.push_back(*std::move(number));
  }
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return std::optional(std::move(numbers));
}

Result<bool> has_other_phones(UserId user_id, const std::optional<std::vector<std::string>>& wanted,
                              PhoneStore& phones) {
  if (!wanted) return false;
  PACELINE_TRY(const auto all, phones.user_phones());
  std::vector<std::string> known;
  for (const UserPhone& phone : all)
    if (phone.user_id == user_id) known.push_back(phone.number);
  return known != *wanted;
}

bool same(const std::vector<Membership>& a, const std::vector<Membership>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Membership& x, const Membership& y) {
    return x.from == y.from && x.team_id == y.team_id;
  });
}

/// What the memberships of the user become; none: they stay as they are.
Result<std::optional<std::vector<Membership>>> wanted_memberships(const UserDefinition& definition,
                                                                  const CheckedUser& checked,
                                                                  const ApplyContext& context) {
  const UserId user_id = checked.user.user_id;
  PACELINE_TRY(const auto placement, context.stores.people.placement_of(user_id));
  std::vector<Membership> wanted = placement->memberships;
  if (checked.memberships) wanted = *checked.memberships;
  if (definition.team) {
    PACELINE_TRY(const auto today, context.zones.local(context.now, checked.user.zone));
    const Day from = definition.from.value_or(today.day);
    if (team_on(*placement, from) == checked.team_id) return std::nullopt;
    std::erase_if(wanted, [&](const Membership& each) { return each.from == from; });
    wanted.push_back({user_id, from, checked.team_id});
    std::sort(wanted.begin(), wanted.end(), [](const auto& a, const auto& b) { return a.from < b.from; });
  }
  for (Membership& membership : wanted) membership.user_id = user_id;
  if (same(wanted, placement->memberships)) return std::nullopt;
  return wanted;
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
  checked.memberships = checked_memberships(definition, teams, faults);
  if (definition.joined && definition.left && *definition.left < *definition.joined) {
    refuse("user.left.before_joined", "/left");
  }
  PACELINE_TRY_ITEM(checked.ramp, ramp_start(definition, context.stores.work_times));
  if (definition.ramp && !checked.ramp) refuse("user.ramp.unknown", "/ramp");
  PACELINE_TRY_ITEM(checked.phones, checked_phones(definition, checked.user.email, faults, context.stores));
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
  auto memberships = checked.memberships.value_or(
      std::vector{Membership{{}, definition.from.value_or(definition.joined.value_or(kFirstDay)), checked.team_id}});
  for (Membership& membership : memberships) membership.user_id = checked.user.user_id;
  PACELINE_CHECK_ITEM(context.stores.people.put_memberships(checked.user.user_id, memberships));
  if (checked.ramp) PACELINE_CHECK_ITEM(context.stores.work_times.set_ramp_of(checked.user.user_id, *checked.ramp));
  if (checked.phones) PACELINE_CHECK_ITEM(context.stores.phones.put_user_phones(checked.user.user_id, *checked.phones));
  return ItemOutcome::created;
}

ItemResult change_user(const UserDefinition& definition, CheckedUser checked, const User& known,
                       const ApplyContext& context) {
  checked.user.user_id = known.user_id;
  PACELINE_TRY_ITEM(const auto memberships, wanted_memberships(definition, checked, context));
  PACELINE_TRY_ITEM(const auto ramp, context.stores.work_times.ramp_of(known.user_id));
  const bool ramps = checked.ramp && checked.ramp != ramp;
  PACELINE_TRY_ITEM(const bool phones, has_other_phones(known.user_id, checked.phones, context.stores.phones));
  if (same(checked.user, known) && !memberships && !ramps && !phones) return ItemOutcome::unchanged;
  PACELINE_CHECK_ITEM(keeps_an_admin(known, checked.user, context.stores.people));
  if (phones) PACELINE_CHECK_ITEM(context.stores.phones.put_user_phones(known.user_id, *checked.phones));
  if (ramps) PACELINE_CHECK_ITEM(context.stores.work_times.set_ramp_of(known.user_id, *checked.ramp));
  PACELINE_TRY_ITEM(const Weekday week_start, context.stores.people.week_start_of(known.user_id));
  PACELINE_CHECK_ITEM(context.stores.people.change_user(checked.user));
  PACELINE_CHECK_ITEM(move_weeks(known.user_id, week_start, context.stores));
  if (memberships) PACELINE_CHECK_ITEM(context.stores.people.put_memberships(known.user_id, *memberships));
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
