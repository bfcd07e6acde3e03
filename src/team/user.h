// SPDX-License-Identifier: Apache-2.0
// The people who use Paceline. A rep is a user with the role `rep`.
#pragma once

#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "base/day.h"
#include "base/id.h"

namespace paceline {

/// rep: own figures. manager: the own teams of today. ops, admin: the organisation. system: the command line's own
/// hand.
BOOST_DEFINE_ENUM_CLASS(Role, rep, manager, ops, admin, system)

struct Organisation {
  OrgId org_id;
  std::string name;
  std::string zone;      ///< IANA name, for example "Europe/Sofia"
  std::string currency;  ///< ISO 4217
  bool demonstration = false;
};

struct Team {
  TeamId team_id;
  std::string name;
  std::optional<TeamId> parent_id;  ///< the team that it is a part of
};

struct User {
  UserId user_id;
  std::string email;  ///< lower case
  std::string name;
  Role role = Role::rep;
  std::string zone;        ///< IANA name; the rep's days are days of this zone
  CalendarId calendar_id;  ///< whose working days apply
  bool active = true;
  std::optional<Day> joined;  ///< the first day of the employment; none: not known, as if for ever
  std::optional<Day> left;    ///< the first day after it
};

/// Active, and not yet gone on that day.
[[nodiscard]] bool may_sign_in(const User& user, Day today);

/// Where a user belongs from a day on, until the next membership of the same user. No team: belongs to none.
struct Membership {
  UserId user_id;
  Day from;
  std::optional<TeamId> team_id;
};

/// The address in lower case. Returns invalid "email.malformed" unless it is one '@' between a local part and a name
/// with a dot, printable ASCII without spaces, at most 254 characters.
[[nodiscard]] Result<std::string> parse_email(std::string_view text);

/// A name for people, teams, accounts and quotas, outer spaces removed. Returns invalid "name.empty", "name.too_long"
/// (over 200 bytes) or "text.not_allowed" (control characters, or not UTF-8).
[[nodiscard]] Result<std::string> parse_name(std::string_view text);

}  // namespace paceline
