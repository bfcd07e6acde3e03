// SPDX-License-Identifier: Apache-2.0
#include "app/quotas_of.h"

#include <algorithm>
#include <numeric>

#include "app/recount.h"

namespace paceline {
namespace {

/// Whom a quota may ask on a day: the user, and the team of the day.
struct Asked {
  std::optional<User> user;
  std::optional<Team> team;
};

Result<Asked> asked_on(RepId rep_id, Day day, PeopleStore& people) {
  Asked asked;
  PACELINE_TRY(asked.user, people.find_user(rep_id));
  PACELINE_TRY(asked.team, people.team_on(rep_id, day));
  return asked;
}

/// A quota of a team asks its reps, not its manager.
bool asks(const Quota& quota, const Asked& asked) {
  return asked.user && std::any_of(quota.subjects.begin(), quota.subjects.end(), [&](const QuotaSubject& subject) {
           if (subject.kind == SubjectKind::rep) return subject.id == asked.user->user_id.value();
           return asked.user->role == Role::rep && asked.team && subject.id == asked.team->team_id.value();
         });
}

const Rule* find_rule(const std::vector<Rule>& rules, RuleId rule_id) {
  const auto found =
      std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) { return rule.rule_id == rule_id; });
  return found == rules.end() ? nullptr : &*found;
}

}  // namespace

Result<std::vector<QuotaInForce>> quotas_of(RepId rep_id, Day day, PeopleStore& people, QuotaStore& quotas) {
  PACELINE_TRY(const Asked asked, asked_on(rep_id, day, people));
  PACELINE_TRY(const auto calendar, people.calendar_of(rep_id));
  PACELINE_TRY(const auto all, quotas.quotas());
  PACELINE_TRY(const auto rules, quotas.rules());
  std::vector<QuotaInForce> in_force;
  for (const Quota& quota : all) {
    const NamedPeriod period{quota.period_kind, period_of(quota.period_kind, day, calendar.week_start)};
    const QuotaVersion* version = version_for(quota, period.span);
    if (version == nullptr || !asks(quota, asked)) continue;
    const Rule* rule = find_rule(rules, version->rule_id);
    PACELINE_ASSERT(rule != nullptr);
    in_force.push_back({quota, *rule, period, calendar});
  }
  return in_force;
}

Result<QuotaInForce> quota_in_force(const Quota& quota, RepId rep_id, NamedPeriod period, PeopleStore& people,
                                    QuotaStore& quotas) {
  PACELINE_TRY(const Asked asked, asked_on(rep_id, period.span.to - 1, people));
  const QuotaVersion* version = version_for(quota, period.span);
  if (version == nullptr || !asks(quota, asked)) return fail(Fault::not_found, "quota.not_for_rep");
  PACELINE_TRY(const auto calendar, people.calendar_of(rep_id));
  PACELINE_TRY(auto rule, quotas.rule(version->rule_id));
  return QuotaInForce{quota, std::move(rule), period, calendar};
}

std::map<Day, std::int64_t> by_day(const std::vector<Evidence>& verdicts) {
  std::map<Day, std::int64_t> days;
  for (const Evidence& verdict : verdicts) {
    if (verdict.counts()) ++days[verdict.activity.day];
  }
  return days;
}

std::map<Day, std::int64_t> by_day(const std::vector<RepCount>& cells) {
  std::map<Day, std::int64_t> days;
  for (const RepCount& cell : cells) days[cell.day] += cell.n;
  return days;
}

Result<std::map<Day, std::int64_t>> counted_by_day(const QuotaInForce& quota, RepId rep_id, Stores& stores) {
  const Rule& rule = quota.rule;
  const Period worked = worked_part(quota.quota, quota.period.span);
  if (rule.unit == Unit::activities) {
    PACELINE_TRY(const auto cells, stores.counts.day_counts(rule.rule_id, worked, rep_id));
    return by_day(cells);
  }
  if (worked == quota.period.span) {
    PACELINE_TRY(const auto cells, stores.counts.first_counts(rule.rule_id, worked, rep_id));
    return by_day(cells);
  }
  PACELINE_TRY(auto list, stores.activities.of_period(rep_id, worked));
  PACELINE_TRY(const auto signals, signals_for(rule, list, stores.contacts));
  return by_day(judge(rule, std::move(list), signals));
}

Result<std::int64_t> counted(const QuotaInForce& quota, RepId rep_id, Stores& stores) {
  PACELINE_TRY(const auto days, counted_by_day(quota, rep_id, stores));
  return std::accumulate(days.begin(), days.end(), std::int64_t{0},
                         [](std::int64_t sum, const auto& day) { return sum + day.second; });
}

}  // namespace paceline
