// SPDX-License-Identifier: Apache-2.0
#include "team/monitoring.h"

#include <algorithm>

namespace paceline {
namespace {

int openness(Monitoring monitoring) {
  switch (monitoring) {
    case Monitoring::own_figures: return 0;
    case Monitoring::verdicts: return 1;
    case Monitoring::full: return 2;
  }
  return 0;
}

bool is_enough(std::size_t people) {
  return people >= static_cast<std::size_t>(kFewestPeople);
}

/// Every team comes after its parts.
std::vector<TeamId> parts_first(const Company& company) {
  std::vector<std::pair<std::size_t, TeamId>> by_size;
  by_size.reserve(company.teams.size());
  for (const auto& [id, team] : company.teams) by_size.emplace_back(parts_of(company, id).size(), id);
  std::sort(by_size.begin(), by_size.end());
  std::vector<TeamId> order;
  order.reserve(by_size.size());
  for (const auto& [parts, team] : by_size) order.push_back(team);
  return order;
}

}  // namespace

bool shows_more(Monitoring a, Monitoring b) {
  return openness(a) > openness(b);
}

std::set<TeamId> shown_sums(const Company& company, const std::map<TeamId, std::set<UserId>>& people) {
  std::set<TeamId> shown;
  for (const TeamId whole : parts_first(company)) {
    std::set<UserId> all;
    std::set<UserId> rest;  // without the shown parts and what is inside of them
    for (const auto& [of_team, members] : people) {
      const TeamId team = of_team;
      if (!steps_up(company, team, whole)) continue;
      all.insert(members.begin(), members.end());
      const bool in_shown_part = std::any_of(shown.begin(), shown.end(), [&](TeamId part) {
        return steps_up(company, part, whole) && steps_up(company, team, part);
      });
      if (!in_shown_part) rest.insert(members.begin(), members.end());
    }
    if (is_enough(all.size()) && (rest.empty() || is_enough(rest.size()))) shown.insert(whole);
  }
  return shown;
}

}  // namespace paceline
