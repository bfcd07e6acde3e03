// SPDX-License-Identifier: Apache-2.0
#include "quota/team_pace.h"

#include <algorithm>
#include <numeric>

namespace paceline {
namespace {

/// Every member's days one after another: proration adds up minutes, whoever's they are.
std::vector<QuotaDay> all_days(const std::vector<TeamMember>& members) {
  std::vector<QuotaDay> days;
  for (const TeamMember& member : members) days.insert(days.end(), member.days.begin(), member.days.end());
  return days;
}

/// Its longest day is that of all members together, which is what a period without usual minutes is measured by.
WorkingCalendar calendar_of_all(const std::vector<TeamMember>& members) {
  WorkingCalendar calendar;
  calendar.weekday_minutes = {};
  for (const TeamMember& member : members) calendar.weekday_minutes.front() += longest_day(member.time.calendar);
  return calendar;
}

/// Minutes that ask, times what they ask, as far as they have gone by.
double weight_gone(const TeamMember& member) {
  double weight = 0;
  for (const QuotaDay& day : member.days) {
    if (!day.is_asked()) continue;
    const double minutes = static_cast<double>(day.asked.present) * day.asked.share_bp / kAllBp;
    weight += static_cast<double>(day.amounts->quota) * minutes * share_gone(day, member.time, member.moment);
  }
  return weight;
}

/// By how much what members bring moves with the mean of their team.
struct Leanings {
  double sum = 0;
  double squares = 0;
};

void add(double leaning, Leanings& leanings) {
  leanings.sum += leaning;
  leanings.squares += leaning * leaning;
}

double leaning(const Outlook& outlook, const Coming& own) {
  const TeamRates& team = outlook.team;
  const double others = team.between + team.mean_spread;
  if (others <= 0 || outlook.rate <= 0 || team.mean <= 0) return 0;
  const double against_mean = outlook.rate / team.mean;
  const double lean = std::min(1.0, outlook.rate_spread * against_mean * against_mean / others);
  return lean * own.mean / against_mean;
}

Period span_of(const std::vector<TeamMember>& members, Day today) {
  std::optional<Period> span;
  for (const TeamMember& member : members) {
    const Period asked = asked_span(member.days);
    if (asked.days() == 0) continue;
    span = span ? Period{std::min(span->from, asked.from), std::max(span->to, asked.to)} : asked;
  }
  return span.value_or(Period{today, today});
}

}  // namespace

std::optional<Amounts> asked_together(const QuotaVersion& version, TeamId team_id) {
  for (const QuotaSubject& subject : version.subjects) {
    const bool is_it = subject.kind == SubjectKind::team_together && subject.id == team_id.value();
    if (is_it) return subject.amounts.value_or(version.amounts);
  }
  return std::nullopt;
}

std::vector<QuotaDay> team_days(const Quota& quota, TeamId team_id, const Placement& placement, const Company& company,
                                const WorkTime& time, Period period) {
  std::vector<QuotaDay> days;
  for (QuotaDay& day : quota_days(quota, placement, company, time, period)) {
    const auto own = team_on(placement, day.day);
    if (!own || !steps_up(company, *own, team_id) || !time.employed.contains(day.day)) continue;
    const QuotaVersion* version = version_on(quota, day.day);
    day.amounts = version == nullptr ? std::nullopt : asked_together(*version, team_id);
    days.push_back(day);
  }
  return days;
}

std::optional<Coming> coming_together(const std::vector<TeamMember>& members) {
  bool known = false;
  double mean = 0;
  double variance = 0;
  std::map<std::pair<double, double>, Leanings> teams;  // by their mean and how little it is known
  for (const TeamMember& member : members) {
    known = known || member.outlook.has_value();
    const auto days = days_to_come(member.days, member.time, member.moment);
    if (days.empty()) continue;
    if (!member.outlook) return std::nullopt;
    const Coming own = coming(*member.outlook, days);
    mean += own.mean;
    variance += own.spread * own.mean * own.mean;
    const TeamRates& team = member.outlook->team;
    add(leaning(*member.outlook, own), teams[{team.mean, team.mean_spread}]);
  }
  for (const auto& [team, leanings] : teams) {
    variance += team.second * (leanings.sum * leanings.sum - leanings.squares);
  }
  if (!known) return std::nullopt;
  return Coming{mean, mean > 0 ? variance / (mean * mean) : 0};
}

Result<Pace> team_pace_of(const std::vector<TeamMember>& members, const std::map<Day, std::int64_t>& counted_by_day,
                          Day today, bool money) {
  PaceParts parts;
  parts.money = money;
  parts.proration = prorate(all_days(members), calendar_of_all(members));
  parts.counted = std::accumulate(counted_by_day.begin(), counted_by_day.end(), std::int64_t{0},
                                  [](std::int64_t sum, const auto& day) { return sum + day.second; });
  double gone = 0;
  parts.reach = {{}, parts.counted, 0, 0, parts.proration.amount};
  for (const TeamMember& member : members) {
    const WorkingDays own = working_days(member.days, member.time, member.moment);
    parts.working_days.total += own.total;
    parts.working_days.elapsed += own.elapsed;
    parts.working_days.left += own.left;
    const ReachInput reach = reach_input(member.days, member.time, {}, 0, member.moment);
    parts.reach.elapsed_days += reach.elapsed_days;
    parts.reach.remaining_days += reach.remaining_days;
    gone += weight_gone(member);
  }
  if (parts.proration.minutes_full > 0) {
    parts.expected_by_now = gone / static_cast<double>(parts.proration.minutes_full);
  }
  parts.asked = span_of(members, today);
  parts.coming = coming_together(members);
  return pace_from(parts, today);
}

}  // namespace paceline
