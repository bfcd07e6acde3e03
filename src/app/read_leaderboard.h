// SPDX-License-Identifier: Apache-2.0
// The leaderboard of a team: attainment of those members who asked to stand on it, quota by quota.
//
// Off unless the organisation switched it on; empty until somebody joins. Attainment is what was counted divided by
// what was asked of that rep (holidays, leave, part time and ramp taken off), so that who works half time is not behind
// for it. Equal attainments share a place: 1, 2, 2, 4.
#pragma once

#include "app/read_pace.h"

namespace paceline {

struct LeaderboardPlace {
  int place = 1;
  RepId rep_id;
  std::string name;  ///< as the rep wants to be named
  double attainment = 0;
};

struct Leaderboard {
  QuotaId quota_id;
  std::string key;
  std::string name;
  PeriodKind period_kind = PeriodKind::week;
  std::vector<LeaderboardPlace> places;
};

/// The places of attainments that are sorted, best first.
[[nodiscard]] std::vector<int> places_of(const std::vector<double>& attainments);

/// Of the team's and its parts' members of the organisation's day; by name of the quota. Returns not_found
/// "leaderboard.off".
[[nodiscard]] Result<std::vector<Leaderboard>> read_leaderboards(TeamId team_id, AsOf when, const Zones& zones,
                                                                 Stores& stores);

}  // namespace paceline
