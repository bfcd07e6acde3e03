// SPDX-License-Identifier: Apache-2.0
// The organisation, its users, teams, as they are stored.
#pragma once

#include <optional>
#include <vector>

#include "base/instant.h"
#include "team/placement.h"

namespace paceline {

/// All of one organisation: the organisation is chosen when the transaction begins.
class PeopleStore {
 public:
  virtual ~PeopleStore() = default;

  [[nodiscard]] virtual Result<Organisation> organisation() = 0;
  [[nodiscard]] virtual Result<void> add_organisation(const Organisation& organisation, Instant at) = 0;

  /// Makes others who change definitions wait until this transaction ends: see app/turns.h.
  [[nodiscard]] virtual Result<void> take_turn_of_definitions() = 0;

  /// Returns conflict "user.email.taken" when another user of any organisation signs in with the address.
  [[nodiscard]] virtual Result<void> add_user(const User& user) = 0;
  [[nodiscard]] virtual Result<void> change_user(const User& user) = 0;
  [[nodiscard]] virtual Result<std::optional<User>> find_user(UserId user_id) = 0;
  [[nodiscard]] virtual Result<std::optional<User>> find_user_by_email(std::string_view email) = 0;
  /// By name, as people are sorted.
  [[nodiscard]] virtual Result<std::vector<User>> users() = 0;
  [[nodiscard]] virtual Result<void> set_password_hash(UserId user_id, std::string_view hash) = 0;
  [[nodiscard]] virtual Result<std::string> password_hash(UserId user_id) = 0;

  [[nodiscard]] virtual Result<void> add_team(const Team& team) = 0;
  /// Another name, or another team above it.
  [[nodiscard]] virtual Result<void> change_team(const Team& team) = 0;
  [[nodiscard]] virtual Result<std::vector<Team>> teams() = 0;
  [[nodiscard]] virtual Result<void> add_membership(const Membership& membership) = 0;
  /// Puts these in place of all that the user had.
  [[nodiscard]] virtual Result<void> put_memberships(UserId user_id, const std::vector<Membership>& memberships) = 0;
  /// Of everybody; of each user the oldest first.
  [[nodiscard]] virtual Result<std::vector<Membership>> memberships() = 0;
  [[nodiscard]] virtual Result<std::optional<Team>> team_on(UserId user_id, Day day) = 0;
  [[nodiscard]] virtual Result<std::vector<User>> members_on(TeamId team_id, Day day) = 0;
  [[nodiscard]] virtual Result<std::optional<Placement>> placement_of(UserId user_id) = 0;
  /// Everybody who ever belonged to one of the teams, by name.
  [[nodiscard]] virtual Result<std::vector<Placement>> placements_of(const std::vector<TeamId>& teams) = 0;
  /// Of these users, in their order.
  [[nodiscard]] virtual Result<std::vector<Placement>> placements_of(std::vector<User> users) = 0;

  /// Puts the phase in place of the one with the same id.
  [[nodiscard]] virtual Result<void> put_phase(const Phase& phase) = 0;
  /// Every team and phase.
  [[nodiscard]] virtual Result<Company> company() = 0;

  /// The first day of the week in the user's calendar.
  [[nodiscard]] virtual Result<Weekday> week_start_of(UserId user_id) = 0;
};

}  // namespace paceline
