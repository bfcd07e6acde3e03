// SPDX-License-Identifier: Apache-2.0
#include "app/team_book.h"

#include <algorithm>
#include <set>

namespace paceline {
namespace {

constexpr std::size_t kMostMates = 50;
constexpr int kPastDays = 28;

using Asked = TeamBook::Asked;

bool needs_past(const Asked& asked) {
  return !is_distinct(*asked.quota) && !is_money(asked.quota->rule.unit) && asked.today < asked.quota->period.span.to;
}

Period week_of(const Asked& asked) {
  return period_of(PeriodKind::week, asked.today, asked.rep->time.calendar.week_start);
}

Period weeks_before(Period week) {
  const Day to = std::max(kFirstDay, week.from);
  return Period{std::max(kFirstDay, to - kPastDays), to};
}

UserId id_of(const RepTerms& rep) {
  return rep.placement.user.user_id;
}

std::optional<TeamId> team_of(const Asked& asked) {
  return team_on(asked.rep->placement, asked.today);
}

}  // namespace

Result<std::vector<RepTerms>> terms_of(std::vector<Placement> placements, Stores& stores) {
  std::vector<UserId> ids;
  ids.reserve(placements.size());
  for (const Placement& placement : placements) ids.push_back(placement.user.user_id);
  PACELINE_TRY(auto times, stores.work_times.work_times_of(ids));
  PACELINE_TRY(const auto stored, stores.calendars.calendars());
  PACELINE_TRY(const auto closing, stores.calendars.closing_days());
  std::map<CalendarId, WorkingCalendar> calendars;
  for (const StoredCalendar& each : stored) {
    WorkingCalendar& calendar = calendars[each.calendar_id] = each.calendar;
    for (const auto& [day, exception] : closing) close_on(calendar, day, exception);
  }
  std::vector<RepTerms> terms;
  terms.reserve(placements.size());
  for (Placement& placement : placements) {
    WorkTime time = std::move(times[placement.user.user_id]);
    time.calendar = calendars.at(placement.user.calendar_id);
    time.employed = employment_of(placement.user);
    terms.push_back({std::move(placement), std::move(time)});
  }
  return terms;
}

Result<void> TeamBook::read(const std::vector<Asked>& asked) {
  PACELINE_CHECK(read_mates(asked));
  PACELINE_CHECK(read_past(asked));
  std::vector<AskedRep> reps;
  reps.reserve(asked.size());
  for (const Asked& each : asked) reps.push_back({id_of(*each.rep), each.quota});
  return counts_.read_quotas(reps);
}

Result<void> TeamBook::read_mates(const std::vector<Asked>& asked) {
  std::set<TeamId> teams;
  for (const Asked& each : asked) {
    const auto team = needs_past(each) ? team_of(each) : std::nullopt;
    if (!team) continue;
    teams.insert(*team);
    teams_[{*team, each.today}];
  }
  PACELINE_TRY(auto placements, stores_.people.placements_of(std::vector<TeamId>(teams.begin(), teams.end())));
  std::erase_if(placements, [](const Placement& each) { return each.user.role != Role::rep || !each.user.active; });
  std::sort(placements.begin(), placements.end(),
            [](const Placement& a, const Placement& b) { return a.user.user_id < b.user.user_id; });
  std::set<UserId> chosen;
  for (auto& [team_day, members] : teams_) {
    for (const Placement& each : placements) {
      if (members.size() == kMostMates) break;
      if (team_on(each, team_day.second) == team_day.first) members.push_back(each.user.user_id);
    }
    chosen.insert(members.begin(), members.end());
  }
  std::erase_if(placements, [&](const Placement& each) { return !chosen.contains(each.user.user_id); });
  PACELINE_TRY(auto terms, terms_of(std::move(placements), stores_));
  for (RepTerms& mate : terms) mates_.emplace(id_of(mate), std::move(mate));
  return {};
}

Result<void> TeamBook::read_past(const std::vector<Asked>& asked) {
  struct Need {
    const Rule* rule = nullptr;
    Period span;
    std::set<UserId> reps;
  };
  std::map<RuleId, Need> needs;
  std::set<UserId> all;
  for (const Asked& each : asked) {
    if (!needs_past(each)) continue;
    const Period period = each.quota->period.span;
    const Period span{std::min(period.from, weeks_before(week_of(each)).from), std::max(period.to, each.today + 1)};
    for (const auto& [rule_id, rule] : each.quota->rules) {
      Need& need = needs[rule_id];
      need.span =
          need.rule == nullptr ? span : Period{std::min(need.span.from, span.from), std::max(need.span.to, span.to)};
      need.rule = &rule;
      need.reps.insert(id_of(*each.rep));
      for (const RepTerms* mate : mates_of(each)) need.reps.insert(id_of(*mate));
      all.insert(need.reps.begin(), need.reps.end());
    }
  }
  for (const auto& [rule_id, need] : needs) {
    PACELINE_CHECK(counts_.read(*need.rule, need.span, {need.reps.begin(), need.reps.end()}));
  }
  PACELINE_TRY(first_days_, stores_.activities.first_days_of({all.begin(), all.end()}, when_.as_of));
  return {};
}

/// With the rep, also one who belongs to no team.
std::vector<const RepTerms*> TeamBook::mates_of(const Asked& asked) const {
  std::vector<const RepTerms*> mates;
  const auto team = team_of(asked);
  const auto found = team ? teams_.find({*team, asked.today}) : teams_.end();
  if (found != teams_.end()) {
    for (const UserId mate : found->second) mates.push_back(&mates_.at(mate));
  }
  if (mates.empty()) mates.push_back(asked.rep);
  return mates;
}

std::vector<PastDay> TeamBook::past_of(const RepTerms& rep, RuleId rule_id, Period span) const {
  const auto first = first_days_.find(id_of(rep));
  const auto since = first == first_days_.end() ? std::nullopt : std::optional(first->second);
  return past_days(rep.time, span, since, counts_.of(rule_id, id_of(rep)));
}

const std::optional<TeamRates>& TeamBook::rates_of(const Asked& asked, Period weeks) {
  const auto team = team_of(asked);
  const RuleId rule_id = asked.quota->rule.rule_id;
  const std::tuple key{rule_id, team ? team->value() : -id_of(*asked.rep).value(), weeks.to};
  const auto known = rates_.find(key);
  if (known != rates_.end()) return known->second;
  std::vector<std::vector<PastDay>> reps;
  for (const RepTerms* mate : mates_of(asked)) reps.push_back(past_of(*mate, rule_id, weeks));
  return rates_.emplace(key, team_rates(reps)).first->second;
}

std::optional<Outlook> TeamBook::outlook(const Asked& asked, double share_of_today) {
  if (!needs_past(asked)) return std::nullopt;
  const Period week = week_of(asked);
  const Period weeks = weeks_before(week);
  const auto& rates = rates_of(asked, weeks);
  if (!rates) return std::nullopt;
  const RuleId rule_id = asked.quota->rule.rule_id;
  auto this_week = past_of(*asked.rep, rule_id, Period{week.from, asked.today + 1});
  this_week.back().worth *= share_of_today;
  return outlook_of(*rates, past_of(*asked.rep, rule_id, weeks), week, this_week);
}

}  // namespace paceline
