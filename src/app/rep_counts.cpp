// SPDX-License-Identifier: Apache-2.0
#include "app/rep_counts.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "app/cells.h"
#include "app/read_evidence.h"

namespace paceline {
namespace {

const DayCounts kNone;

/// Those of one rule, on the days on which it is the rule.
void add_days_of(const QuotaInForce& quota, RuleId rule_id, const DayCounts& days, DayCounts& counted) {
  for (auto day = days.lower_bound(quota.period.span.from); day != days.end() && day->first < quota.period.span.to;
       ++day) {
    const QuotaDay& of_day = quota.days.at(static_cast<std::size_t>(day->first - quota.period.span.from));
    if (of_day.is_asked() && of_day.rule_id == rule_id) counted[day->first] += day->second;
  }
}

/// What several quotas need of one rule.
struct Need {
  const Rule* rule = nullptr;
  Period span;
  std::set<RepId> reps;
};

void add(Need& need, const Rule& rule, Period span, RepId rep_id) {
  need.span =
      need.rule == nullptr ? span : Period{std::min(need.span.from, span.from), std::max(need.span.to, span.to)};
  need.rule = &rule;
  need.reps.insert(rep_id);
}

std::vector<RepId> listed(const std::set<RepId>& reps) {
  return {reps.begin(), reps.end()};
}

}  // namespace

Result<void> RepCounts::read(const Rule& rule, Period span, const std::vector<RepId>& reps) {
  auto& of_reps = by_rule_[rule.rule_id];
  if (when_.is_now()) {
    PACELINE_TRY(const auto cells, stores_.counts.day_counts(rule.rule_id, span, reps));
    for (const RepCount& cell : cells) {
      DayCounts& days = of_reps[cell.rep_id];
      days.emplace_hint(days.end(), cell.day, cell.n);
    }
    return {};
  }
  for (const RepId rep_id : reps) {
    PACELINE_TRY(const auto verdicts, read_verdicts(rule, rep_id, span, when_.as_of, stores_));
    of_reps[rep_id] = by_day(verdicts);
  }
  return {};
}

const DayCounts& RepCounts::of(RuleId rule_id, RepId rep_id) const {
  const auto rule = by_rule_.find(rule_id);
  if (rule == by_rule_.end()) return kNone;
  const auto days = rule->second.find(rep_id);
  return days == rule->second.end() ? kNone : days->second;
}

Result<void> RepCounts::read_quotas(const std::vector<AskedRep>& asked) {
  PACELINE_CHECK(read_days(asked));
  return read_distinct(asked);
}

Result<void> RepCounts::read_days(const std::vector<AskedRep>& asked) {
  std::map<RuleId, Need> needs;
  for (const AskedRep& each : asked) {
    if (is_distinct(*each.quota)) continue;
    for (const auto& [rule_id, rule] : each.quota->rules) {
      if (!by_rule_.contains(rule_id)) add(needs[rule_id], rule, each.quota->period.span, each.rep_id);
    }
  }
  for (const auto& [rule_id, need] : needs) PACELINE_CHECK(read(*need.rule, need.span, listed(need.reps)));
  return {};
}

Result<void> RepCounts::read_distinct(const std::vector<AskedRep>& asked) {
  std::map<std::tuple<QuotaId, Day, Day, RuleId>, std::vector<RepId>> by_cells;
  for (const auto& [rep_id, quota] : asked) {
    if (!is_distinct(*quota)) continue;
    const Period span = quota->period.span;
    if (when_.is_now() && is_whole(*quota)) {
      by_cells[{quota->quota.quota_id, span.from, span.to, quota->rule.rule_id}].push_back(rep_id);
      continue;
    }
    PACELINE_TRY(const auto verdicts, read_evidence(*quota, rep_id, when_.as_of, stores_));
    distinct_[{quota->quota.quota_id, span.from, rep_id}] = by_day(verdicts);
  }
  for (const auto& [key, reps] : by_cells) {
    const auto& [quota_id, from, to, rule_id] = key;
    PACELINE_TRY(const auto cells, stores_.counts.first_counts(rule_id, Period{from, to}, reps));
    for (const RepCount& cell : cells) distinct_[{quota_id, from, cell.rep_id}][cell.day] += cell.n;
  }
  return {};
}

DayCounts RepCounts::of(const QuotaInForce& quota, RepId rep_id) const {
  if (is_distinct(quota)) {
    const auto found = distinct_.find({quota.quota.quota_id, quota.period.span.from, rep_id});
    return found == distinct_.end() ? kNone : found->second;
  }
  DayCounts counted;
  for (const auto& [rule_id, rule] : quota.rules) add_days_of(quota, rule_id, of(rule_id, rep_id), counted);
  return counted;
}

Result<DayCounts> counted_at(const QuotaInForce& quota, RepId rep_id, AsOf when, Stores& stores) {
  RepCounts counts(when, stores);
  PACELINE_CHECK(counts.read_quotas({{rep_id, &quota}}));
  return counts.of(quota, rep_id);
}

Result<std::int64_t> counted(const QuotaInForce& quota, RepId rep_id, Stores& stores) {
  PACELINE_TRY(const DayCounts days, counted_at(quota, rep_id, {kEver, kEver}, stores));
  return sum_of(days);
}

DayCounts by_day(const std::vector<Evidence>& verdicts) {
  DayCounts days;
  for (const Evidence& verdict : verdicts) {
    if (!verdict.counts()) continue;
    std::int64_t& day = days[verdict.activity.day];
    day = added(day, verdict.much());
  }
  return days;
}

std::int64_t sum_of(const DayCounts& days) {
  return std::accumulate(days.begin(), days.end(), std::int64_t{0},
                         [](std::int64_t sum, const auto& day) { return added(sum, day.second); });
}

bool is_whole(const QuotaInForce& quota) {
  return std::all_of(quota.days.begin(), quota.days.end(),
                     [&](const QuotaDay& day) { return day.is_asked() && day.rule_id == quota.days.front().rule_id; });
}

}  // namespace paceline
