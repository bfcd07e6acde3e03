// SPDX-License-Identifier: Apache-2.0
// What a team as a whole did of each quota: the sum of its members, each on the days on which they belonged to it or to
// a part of it.
//
// A distinct quota counts a contact (account) once for the team, however many of its members reached it: the team's
// count is not the sum of its reps'. Amounts are the sum of what each member is asked for these days.
// Worked example: Ann moves from North to South on Wednesday; her calls of Monday and Tuesday are North's, the rest
// South's, and so is what is asked of her.
#pragma once

#include <set>

#include "app/ports/clock.h"
#include "app/read_pace.h"

namespace paceline {

struct TeamTotal {
  QuotaId quota_id;
  std::string key;
  std::string name;
  Rule rule;
  NamedPeriod period;  ///< of the members; two whose weeks begin on different days stand in two totals
  std::map<TeamId, std::set<RepId>> people;  ///< who were asked, by the very team of it that they were in
  int reps = 0;                              ///< how many they are
  std::int64_t amount = 0;
  std::int64_t counted = 0;
  std::map<Day, std::int64_t> counted_by_day;
};

/// One member's part of what a team did.
struct TeamShare {
  RepId rep_id;
  QuotaInForce quota;        ///< asks only on the days on which the member belongs to the team
  std::set<TeamId> teams{};  ///< of it that the member was in on these days
};

/// By day; a contact or account once where the rule says so. REQUIRES: shares of one quota, at least one.
[[nodiscard]] Result<std::map<Day, std::int64_t>> counted_together(const std::vector<TeamShare>& shares, AsOf when,
                                                                   Stores& stores);

/// Of whom something counted. REQUIRES: shares of one quota.
[[nodiscard]] Result<std::set<UserId>> who_counted(const std::vector<TeamShare>& shares, AsOf when, Stores& stores);

/// Of the quotas that ask a member something in the period of the moment; by name.
[[nodiscard]] Result<std::vector<TeamTotal>> read_team_totals(TeamId team_id, AsOf when, const Zones& zones,
                                                              Stores& stores);
/// The same; `people` are only those of whom something counted. Asks for each rep: for sums that must name nobody.
[[nodiscard]] Result<std::vector<TeamTotal>> read_counted_totals(TeamId team_id, AsOf when, const Zones& zones,
                                                                 Stores& stores);

}  // namespace paceline
