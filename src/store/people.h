// SPDX-License-Identifier: Apache-2.0
// PeopleStore on SQL.
#pragma once

#include "app/ports/people_store.h"
#include "store/org_scope.h"

namespace paceline::store {

class SqlPeopleStore : public PeopleStore {
 public:
  explicit SqlPeopleStore(const OrgScope& scope) : scope_(scope) {}

  Result<Organisation> organisation() override;
  Result<void> add_organisation(const Organisation& organisation, Instant at) override;
  Result<void> take_turn_of_definitions() override;
  Result<void> add_user(const User& user) override;
  Result<void> change_user(const User& user) override;
  Result<std::optional<User>> find_user(UserId user_id) override;
  Result<std::optional<User>> find_user_by_email(std::string_view email) override;
  Result<std::vector<User>> users() override;
  Result<void> set_password_hash(UserId user_id, std::string_view hash) override;
  Result<std::string> password_hash(UserId user_id) override;
  Result<void> add_team(const Team& team) override;
  Result<void> change_team(const Team& team) override;
  Result<std::vector<Team>> teams() override;
  Result<void> add_membership(const Membership& membership) override;
  Result<void> put_memberships(UserId user_id, const std::vector<Membership>& memberships) override;
  Result<std::vector<Membership>> memberships() override;
  Result<std::optional<Team>> team_on(UserId user_id, Day day) override;
  Result<std::vector<User>> members_on(TeamId team_id, Day day) override;
  Result<std::optional<Placement>> placement_of(UserId user_id) override;
  Result<std::vector<Placement>> placements_of(const std::vector<TeamId>& teams) override;
  Result<std::vector<Placement>> placements_of(std::vector<User> users) override;
  Result<void> put_phase(const Phase& phase) override;
  Result<Company> company() override;
  Result<Weekday> week_start_of(UserId user_id) override;

 private:
  const OrgScope& scope_;
};

}  // namespace paceline::store
