// SPDX-License-Identifier: Apache-2.0
#include "app/read_team.h"

#include <algorithm>
#include <set>

#include "app/read_evidence.h"
#include "app/team_book.h"

namespace paceline {
namespace {

bool belongs(const Placement& placement, const Company& company, TeamId team_id, Day day) {
  const auto own = team_on(placement, day);
  return own && steps_up(company, *own, team_id);
}

/// None: the member was never asked as one of the team.
std::optional<QuotaInForce> within_team(QuotaInForce quota, const Placement& placement, const Company& company,
                                        TeamId team_id) {
  for (QuotaDay& day : quota.days) {
    if (!belongs(placement, company, team_id, day.day)) day.amounts.reset();
  }
  if (asked_span(quota.days).days() == 0) return std::nullopt;
  return quota;
}

std::set<TeamId> teams_of(const QuotaInForce& share, const Placement& placement) {
  std::set<TeamId> teams;
  for (const QuotaDay& day : share.days) {
    if (day.amounts) teams.insert(*team_on(placement, day.day));
  }
  return teams;
}

/// Shares of one quota in one period.
using Shares = std::map<std::pair<QuotaId, Day>, std::vector<TeamShare>>;

Result<Shares> shares_of(TeamId team_id, AsOf when, const Zones& zones, Stores& stores) {
  PACELINE_TRY(const QuotaBook book, read_book(stores));
  std::vector<TeamId> teams{team_id};
  for (const TeamId part : parts_of(book.company, team_id)) teams.push_back(part);
  PACELINE_TRY(auto placements, stores.people.placements_of(teams));
  PACELINE_TRY(const auto reps, terms_of(std::move(placements), stores));
  Shares shares;
  for (const RepTerms& rep : reps) {
    const User& user = rep.placement.user;
    PACELINE_TRY(const LocalTime local, zones.local(when.as_of, user.zone));
    for (QuotaInForce& quota : quotas_in_force(book, rep, local.day)) {
      const std::pair key{quota.quota.quota_id, quota.period.span.from};
      auto share = within_team(std::move(quota), rep.placement, book.company, team_id);
      if (!share) continue;
      auto belonged_to = teams_of(*share, rep.placement);
      shares[key].push_back({user.user_id, *std::move(share), std::move(belonged_to)});
    }
  }
  return shares;
}

Result<DayCounts> summed(const std::vector<TeamShare>& shares, AsOf when, Stores& stores) {
  std::vector<AskedRep> asked;
  asked.reserve(shares.size());
  for (const TeamShare& share : shares) asked.push_back({share.rep_id, &share.quota});
  RepCounts counts(when, stores);
  PACELINE_CHECK(counts.read_quotas(asked));
  DayCounts sum;
  for (const TeamShare& share : shares) {
    for (const auto& [day, n] : counts.of(share.quota, share.rep_id)) sum[day] += n;
  }
  return sum;
}

/// An activity with nobody, which a rule of activities counted on its days, stands for itself.
std::int64_t entity_or_itself(const Activity& activity, Unit unit) {
  if (unit == Unit::contacts && activity.contact_id) return activity.contact_id->value();
  if (unit == Unit::accounts && activity.account_id) return activity.account_id->value();
  return -activity.activity_id.value();
}

/// The first activities of a member with each contact (account), from the member's activities.
Result<std::vector<FirstOfEntity>> firsts_of_activities(const TeamShare& share, AsOf when, Stores& stores) {
  PACELINE_TRY(const auto verdicts, read_evidence(share.quota, share.rep_id, when.as_of, stores));
  std::vector<FirstOfEntity> firsts;
  for (const Evidence& verdict : verdicts) {
    const Activity& activity = verdict.activity;
    if (verdict.counts())
      firsts.push_back({entity_or_itself(activity, share.quota.rule.unit), activity.day, activity.occurred_at,
                        activity.activity_id});
  }
  return firsts;
}

/// The cells answer for members who were asked all along by one rule, now; the activities for the others.
Result<std::vector<FirstOfEntity>> firsts_of(const std::vector<TeamShare>& shares, AsOf when, Stores& stores) {
  const QuotaInForce& quota = shares.front().quota;
  std::vector<RepId> by_cells;
  std::vector<FirstOfEntity> firsts;
  for (const TeamShare& share : shares) {
    if (when.is_now() && is_whole(share.quota) && share.quota.rule.rule_id == quota.rule.rule_id) {
      by_cells.push_back(share.rep_id);
      continue;
    }
    PACELINE_TRY(const auto own, firsts_of_activities(share, when, stores));
    firsts.insert(firsts.end(), own.begin(), own.end());
  }
  PACELINE_TRY(const auto cells, stores.counts.firsts_of(quota.rule.rule_id, quota.period.span, by_cells));
  firsts.insert(firsts.end(), cells.begin(), cells.end());
  return firsts;
}

/// Once for the team: the earliest of all members decides.
Result<DayCounts> distinct(const std::vector<TeamShare>& shares, AsOf when, Stores& stores) {
  PACELINE_TRY(auto firsts, firsts_of(shares, when, stores));
  std::sort(firsts.begin(), firsts.end(), [](const FirstOfEntity& a, const FirstOfEntity& b) {
    return std::tie(a.occurred_at, a.activity_id) < std::tie(b.occurred_at, b.activity_id);
  });
  DayCounts days;
  std::set<std::int64_t> seen;
  for (const FirstOfEntity& first : firsts) {
    if (seen.insert(first.entity_id).second) ++days[first.day];
  }
  return days;
}

Result<TeamTotal> total_of(const std::vector<TeamShare>& shares, AsOf when, Stores& stores) {
  const QuotaInForce& first = shares.front().quota;
  TeamTotal total{first.quota.quota_id,
                  first.quota.key,
                  first.quota.name,
                  first.rule,
                  first.period,
                  {},
                  static_cast<int>(shares.size()),
                  0,
                  0,
                  {}};
  for (const TeamShare& share : shares) {
    for (const TeamId team : share.teams) total.people[team].insert(share.rep_id);
  }
  for (const TeamShare& share : shares) total.amount += prorate(share.quota.days, share.quota.time.calendar).amount;
  PACELINE_TRY(total.counted_by_day, counted_together(shares, when, stores));
  total.counted = sum_of(total.counted_by_day);
  return total;
}

bool by_name(const TeamTotal& a, const TeamTotal& b) {
  return std::tie(a.name, a.quota_id, a.period.span.from) < std::tie(b.name, b.quota_id, b.period.span.from);
}

}  // namespace

Result<DayCounts> counted_together(const std::vector<TeamShare>& shares, AsOf when, Stores& stores) {
  return is_distinct(shares.front().quota) ? distinct(shares, when, stores) : summed(shares, when, stores);
}

Result<std::set<UserId>> who_counted(const std::vector<TeamShare>& shares, AsOf when, Stores& stores) {
  std::set<UserId> reps;
  for (const TeamShare& share : shares) {
    PACELINE_TRY(const DayCounts days, counted_together({share}, when, stores));
    if (sum_of(days) > 0) reps.insert(share.rep_id);
  }
  return reps;
}

Result<std::vector<TeamTotal>> read_counted_totals(TeamId team_id, AsOf when, const Zones& zones, Stores& stores) {
  PACELINE_TRY(const Shares all, shares_of(team_id, when, zones, stores));
  std::vector<TeamTotal> totals;
  totals.reserve(all.size());
  for (const auto& [key, shares] : all) {
    PACELINE_TRY(auto total, total_of(shares, when, stores));
    PACELINE_TRY(const auto counted, who_counted(shares, when, stores));
    for (auto& entry : total.people) std::erase_if(entry.second, [&](UserId rep) { return !counted.contains(rep); });
    totals.push_back(std::move(total));
  }
  std::sort(totals.begin(), totals.end(), by_name);
  return totals;
}

Result<std::vector<TeamTotal>> read_team_totals(TeamId team_id, AsOf when, const Zones& zones, Stores& stores) {
  PACELINE_TRY(const Shares all, shares_of(team_id, when, zones, stores));
  std::vector<TeamTotal> totals;
  for (const auto& [key, shares] : all) {
    PACELINE_TRY(auto total, total_of(shares, when, stores));
    totals.push_back(std::move(total));
  }
  std::sort(totals.begin(), totals.end(), by_name);
  return totals;
}

}  // namespace paceline
