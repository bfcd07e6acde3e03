// SPDX-License-Identifier: Apache-2.0
#include "team/placement.h"

#include <algorithm>

namespace paceline {
namespace {

constexpr int kMonthsPerYear = 12;
constexpr int kLastYear = 9998;

/// The same day of a later month, or its last day when it is shorter.
Day months_after(Day day, int months) {
  const Date date = date_of(day);
  const int total = date.month - 1 + months;
  const int year = date.year + total / kMonthsPerYear;
  if (year > kLastYear) return kLastDay;
  const Period month = period_of(PeriodKind::month, day_of(Date{year, total % kMonthsPerYear + 1, 1}));
  return std::min(month.from + (date.day - 1), month.to - 1);
}

}  // namespace

std::optional<TeamId> team_on(const Placement& placement, Day day) {
  std::optional<TeamId> team_id;
  for (const Membership& membership : placement.memberships) {
    if (membership.from <= day) team_id = membership.team_id;
  }
  return team_id;
}

std::optional<int> steps_up(const Company& company, TeamId team, TeamId whole) {
  std::optional<TeamId> next = team;
  const int all = static_cast<int>(company.teams.size());
  for (int steps = 0; next && steps <= all; ++steps) {
    if (*next == whole) return steps;
    const auto found = company.teams.find(*next);
    next = found == company.teams.end() ? std::nullopt : found->second.parent_id;
  }
  return std::nullopt;
}

std::set<TeamId> parts_of(const Company& company, TeamId whole) {
  std::set<TeamId> parts;
  for (const auto& [team_id, team] : company.teams) {
    if (team_id != whole && steps_up(company, team_id, whole)) parts.insert(team_id);
  }
  return parts;
}

bool is_in_phase(const Placement& placement, const Phase& phase, Day day) {
  if (!placement.user.joined) return false;
  const Day joined = *placement.user.joined;
  if (day < months_after(joined, phase.from_month)) return false;
  return !phase.to_month || day < months_after(joined, *phase.to_month);
}

Period employment_of(const User& user) {
  return Period{user.joined.value_or(kAlways.from), user.left.value_or(kAlways.to)};
}

}  // namespace paceline
