// SPDX-License-Identifier: Apache-2.0
#include "app/read_team_quota.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "app/read_evidence.h"
#include "app/team_book.h"

namespace paceline {
namespace {

struct Member {
  User user;
  RepTerms terms;
  LocalTime local;
};

/// Reps who were ever in the team or in a part of it; their days say when.
Result<std::vector<Member>> members_ever(TeamId team_id, const Company& company, AsOf when, const Zones& zones,
                                         Stores& stores) {
  std::set<TeamId> teams = parts_of(company, team_id);
  teams.insert(team_id);
  PACELINE_TRY(auto placements, stores.people.placements_of(std::vector<TeamId>(teams.begin(), teams.end())));
  std::erase_if(placements, [](const Placement& each) { return each.user.role != Role::rep; });
  PACELINE_TRY(auto all, terms_of(std::move(placements), stores));
  std::vector<Member> members;
  members.reserve(all.size());
  for (RepTerms& terms : all) {
    PACELINE_TRY(const LocalTime local, zones.local(when.as_of, terms.placement.user.zone));
    User user = terms.placement.user;
    members.push_back({std::move(user), std::move(terms), local});
  }
  return members;
}

/// The member's part as a quota of their own, which counts on the team's days.
QuotaInForce share_of(const Quota& quota, const QuotaBook& book, const Member& member, NamedPeriod period,
                      const std::vector<QuotaDay>& own_days) {
  QuotaInForce share{quota,
                     {},
                     {},
                     period,
                     member.terms.time,
                     quota_days(quota, member.terms.placement, book.company, member.terms.time, period.span)};
  for (QuotaDay& day : share.days) {
    day.amounts.reset();
    const auto own =
        std::find_if(own_days.begin(), own_days.end(), [&](const QuotaDay& each) { return each.day == day.day; });
    if (own != own_days.end()) day.amounts = own->amounts;
    if (!day.started) continue;
    share.rules.emplace(day.rule_id, book.rules.at(day.rule_id));
    share.rule = book.rules.at(day.rule_id);
  }
  return share;
}

/// What counts for its rep, though another member was earlier, does not count for the team.
void count_once(std::vector<Evidence>& verdicts, Unit unit) {
  std::vector<Evidence> counting;
  std::copy_if(verdicts.begin(), verdicts.end(), std::back_inserter(counting),
               [](const Evidence& verdict) { return verdict.counts(); });
  std::map<std::int64_t, ActivityId> first;
  for (const Evidence& verdict : once_each(std::move(counting), unit)) {
    first.emplace(entity_of(verdict.activity, unit), verdict.activity.activity_id);
  }
  for (Evidence& verdict : verdicts) {
    if (!verdict.counts()) continue;
    const ActivityId counted = first.at(entity_of(verdict.activity, unit));
    if (counted == verdict.activity.activity_id) continue;
    verdict.reason = Reason::already_counted;
    verdict.counted_before = counted;
  }
}

/// A quota as it asks the team in one period: of each member the share and the time, in the same order.
struct Together {
  Quota quota;
  NamedPeriod period;
  std::vector<TeamShare> shares;
  std::vector<const Member*> members;
  std::vector<TeamMember> team;
};

class TeamReading {
 public:
  TeamReading(TeamId team_id, AsOf when, const QuotaBook& book, const std::vector<Member>& members, Stores& stores)
      : team_id_(team_id), when_(when), book_(book), members_(members), stores_(stores) {}

  /// Empty: the team is asked nothing in the period.
  std::vector<TeamShare> shares(const Quota& quota, NamedPeriod period) const {
    std::vector<TeamShare> shares;
    for (const Member& member : members_) {
      const auto days =
          team_days(quota, team_id_, member.terms.placement, book_.company, member.terms.time, period.span);
      if (asked_span(days).days() == 0) continue;
      shares.push_back({member.user.user_id, share_of(quota, book_, member, period, days)});
    }
    return shares;
  }

  /// With the time of each share's member. None: the team is asked nothing in the period.
  std::optional<Together> together(const Quota& quota, NamedPeriod period) const {
    Together found{quota, period, {}, {}, {}};
    for (const Member& member : members_) {
      auto days = team_days(quota, team_id_, member.terms.placement, book_.company, member.terms.time, period.span);
      if (asked_span(days).days() == 0) continue;
      found.shares.push_back({member.user.user_id, share_of(quota, book_, member, period, days)});
      found.members.push_back(&member);
      found.team.push_back(
          {std::move(days), member.terms.time, {member.local.day, member.local.minute_of_day}, std::nullopt});
    }
    return found.shares.empty() ? std::nullopt : std::optional(std::move(found));
  }

  /// What past weeks say of each member, read for all of them at once.
  Result<void> add_outlooks(std::vector<Together>& all) {
    std::vector<TeamBook::Asked> asked;
    for (const Together& each : all) {
      for (std::size_t at = 0; at < each.members.size(); ++at) asked.push_back(asked_of(each, at));
    }
    TeamBook rates(when_, stores_);
    PACELINE_CHECK(rates.read(asked));
    for (Together& each : all) {
      for (std::size_t at = 0; at < each.members.size(); ++at) {
        TeamMember& member = each.team[at];
        const WorkDay today = work_day(member.time, member.moment.day);
        member.outlook = rates.outlook(asked_of(each, at), share_there(today, member.time, member.moment));
      }
    }
    return {};
  }

  Result<TeamQuota> result_of(Together found, Day today) {
    TeamQuota result{
        found.quota, found.shares.front().quota.rule, found.period, static_cast<int>(found.team.size()), {}, {}, {}};
    PACELINE_TRY(result.counted_by_day, counted_together(found.shares, when_, stores_));
    PACELINE_TRY(result.pace, team_pace_of(found.team, result.counted_by_day, today, is_money(result.rule.unit)));
    result.shares = std::move(found.shares);
    return result;
  }

 private:
  static TeamBook::Asked asked_of(const Together& together, std::size_t at) {
    const Member& member = *together.members[at];
    return {&member.terms, &together.shares[at].quota, member.local.day};
  }

  TeamId team_id_;
  AsOf when_;
  const QuotaBook& book_;
  const std::vector<Member>& members_;
  Stores& stores_;
};

bool asks_team(const Quota& quota, TeamId team_id) {
  return std::any_of(quota.versions.begin(), quota.versions.end(),
                     [&](const QuotaVersion& version) { return asked_together(version, team_id).has_value(); });
}

}  // namespace

Result<TeamEvidence> read_team_evidence(const Quota& quota, TeamId team_id, const std::optional<std::string>& period,
                                        AsOf when, const Zones& zones, Stores& stores) {
  PACELINE_TRY(const QuotaBook book, read_book(stores));
  PACELINE_TRY(const auto members, members_ever(team_id, book.company, when, zones, stores));
  if (members.empty()) return fail(Fault::not_found, "quota.not_for_team");
  const Weekday week_start = members.front().terms.time.calendar.week_start;
  PACELINE_TRY(const auto organisation, stores.people.organisation());
  PACELINE_TRY(const LocalTime local, zones.local(when.as_of, organisation.zone));
  NamedPeriod asked = period_on(quota, local.day, week_start).value_or(NamedPeriod{PeriodKind::span, {}});
  if (quota.span) asked.span = *quota.span;
  if (period) {
    const auto parsed = parse_period(*period, week_start);
    if (!parsed) return fail(Fault::invalid, parsed.error().code, "?period");
    const bool fits = parsed->kind == quota.period_kind && (!quota.span || parsed->span == *quota.span);
    if (!fits) return fail(Fault::invalid, "quota.period.other_kind", "?period");
    asked = *parsed;
  }
  const auto shares = TeamReading(team_id, when, book, members, stores).shares(quota, asked);
  if (shares.empty()) return fail(Fault::not_found, "quota.not_for_team");
  TeamEvidence evidence{shares.front().quota, {}};
  for (const TeamShare& share : shares) {
    PACELINE_TRY(auto verdicts, read_evidence(share.quota, share.rep_id, when.as_of, stores));
    std::move(verdicts.begin(), verdicts.end(), std::back_inserter(evidence.verdicts));
  }
  std::sort(evidence.verdicts.begin(), evidence.verdicts.end(), [](const Evidence& a, const Evidence& b) {
    return std::tie(a.activity.occurred_at, a.activity.activity_id) <
           std::tie(b.activity.occurred_at, b.activity.activity_id);
  });
  if (is_distinct(evidence.quota)) count_once(evidence.verdicts, evidence.quota.rule.unit);
  return evidence;
}

Result<std::vector<TeamQuota>> read_team_quotas(TeamId team_id, AsOf when, const Zones& zones, Stores& stores) {
  std::vector<TeamQuota> found;
  PACELINE_TRY(const QuotaBook book, read_book(stores));
  const bool any = std::any_of(book.quotas.begin(), book.quotas.end(),
                               [&](const Quota& quota) { return asks_team(quota, team_id); });
  if (!any) return found;
  PACELINE_TRY(const auto members, members_ever(team_id, book.company, when, zones, stores));
  if (members.empty()) return found;
  PACELINE_TRY(const auto organisation, stores.people.organisation());
  PACELINE_TRY(const LocalTime local, zones.local(when.as_of, organisation.zone));
  TeamReading reading(team_id, when, book, members, stores);
  std::vector<Together> together;
  for (const Quota& quota : book.quotas) {
    if (!asks_team(quota, team_id)) continue;
    // One period for all: the weeks of the first member, should they differ.
    const auto period = period_on(quota, local.day, members.front().terms.time.calendar.week_start);
    if (!period) continue;
    if (auto asked = reading.together(quota, *period)) together.push_back(*std::move(asked));
  }
  PACELINE_CHECK(reading.add_outlooks(together));
  for (Together& each : together) {
    PACELINE_TRY(auto of_team, reading.result_of(std::move(each), local.day));
    found.push_back(std::move(of_team));
  }
  return found;
}

}  // namespace paceline
