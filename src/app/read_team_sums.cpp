// SPDX-License-Identifier: Apache-2.0
#include "app/read_team_sums.h"

#include "team/monitoring.h"

namespace paceline {
Result<std::vector<TeamSum>> read_team_sums(TeamId team_id, AsOf when, const Zones& zones, Stores& stores) {
  PACELINE_TRY(const Company company, stores.people.company());
  PACELINE_TRY(auto totals, read_counted_totals(team_id, when, zones, stores));
  std::vector<TeamSum> sums;
  sums.reserve(totals.size());
  for (TeamTotal& total : totals) {
    const bool is_shown = shown_sums(company, total.people).contains(team_id);
    sums.push_back({std::move(total), is_shown});
  }
  return sums;
}

}  // namespace paceline
