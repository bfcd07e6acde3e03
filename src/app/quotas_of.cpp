// SPDX-License-Identifier: Apache-2.0
#include "app/quotas_of.h"

#include <algorithm>
#include <numeric>

#include "app/recount.h"

namespace paceline {
namespace {

/// Is every day asked, by one rule?
bool is_whole(const QuotaInForce& quota) {
  return std::all_of(quota.days.begin(), quota.days.end(),
                     [&](const QuotaDay& day) { return day.is_asked() && day.rule_id == quota.days.front().rule_id; });
}

/// From the cells of each rule, on the days on which it is the rule.
Result<std::map<Day, std::int64_t>> from_day_cells(const QuotaInForce& quota, RepId rep_id, Stores& stores) {
  std::map<Day, std::int64_t> counted;
  for (const auto& [rule_id, rule] : quota.rules) {
    PACELINE_TRY(const auto cells, stores.counts.day_counts(rule_id, quota.period.span, rep_id));
    for (const RepCount& cell : cells) {
      const QuotaDay& day = quota.days.at(static_cast<std::size_t>(cell.day - quota.period.span.from));
      if (day.is_asked() && day.rule_id == rule_id) counted[cell.day] += cell.n;
    }
  }
  return counted;
}

Result<std::map<Day, std::int64_t>> from_activities(const QuotaInForce& quota, RepId rep_id, Stores& stores) {
  PACELINE_TRY(auto list, stores.activities.of_period(rep_id, quota.period.span));
  PACELINE_TRY(const auto signals, signals_for(quota, list, stores.contacts));
  return by_day(judge_days(quota.period.span.from, rules_by_day(quota), std::move(list), signals));
}

}  // namespace

std::optional<QuotaInForce> in_force(const Quota& quota, const QuotaBook& book, const RepTerms& rep,
                                     NamedPeriod period) {
  auto days = quota_days(quota, rep.placement, book.company, rep.time, period.span);
  const Period asked = asked_span(days);
  if (asked.days() == 0) return std::nullopt;
  QuotaInForce result{quota, {}, {}, period, rep.time, std::move(days)};
  for (const QuotaDay& day : result.days) {
    if (!day.started) continue;
    const Rule& rule = book.rules.at(day.rule_id);
    result.rules.emplace(day.rule_id, rule);
    if (day.day < asked.to) result.rule = rule;
  }
  return result;
}

Result<QuotaBook> read_book(Stores& stores) {
  QuotaBook book;
  PACELINE_TRY(book.quotas, stores.quotas.quotas());
  PACELINE_TRY(auto rules, stores.quotas.rules());
  for (Rule& rule : rules) book.rules.emplace(rule.rule_id, std::move(rule));
  PACELINE_TRY(book.company, stores.people.company());
  return book;
}

Result<RepTerms> terms_of(RepId rep_id, Stores& stores) {
  PACELINE_TRY(auto placement, stores.people.placement_of(rep_id));
  if (!placement) return fail(Fault::not_found, "rep.not_found");
  PACELINE_TRY(auto calendar, stores.calendars.calendar_of(rep_id));
  PACELINE_TRY(auto time, stores.work_times.work_time_of(rep_id, std::move(calendar)));
  return RepTerms{*std::move(placement), std::move(time)};
}

std::vector<QuotaInForce> quotas_in_force(const QuotaBook& book, const RepTerms& rep, Day day) {
  std::vector<QuotaInForce> all;
  for (const Quota& quota : book.quotas) {
    const auto period = period_on(quota, day, rep.time.calendar.week_start);
    if (!period) continue;
    if (auto found = in_force(quota, book, rep, *period)) all.push_back(*std::move(found));
  }
  return all;
}

Result<std::vector<QuotaInForce>> quotas_of(RepId rep_id, Day day, Stores& stores) {
  PACELINE_TRY(const QuotaBook book, read_book(stores));
  PACELINE_TRY(const RepTerms rep, terms_of(rep_id, stores));
  return quotas_in_force(book, rep, day);
}

Result<QuotaInForce> quota_in_force(const Quota& quota, RepId rep_id, NamedPeriod period, Stores& stores) {
  PACELINE_TRY(const QuotaBook book, read_book(stores));
  PACELINE_TRY(const RepTerms rep, terms_of(rep_id, stores));
  auto found = in_force(quota, book, rep, period);
  if (!found) return fail(Fault::not_found, "quota.not_for_rep");
  return *std::move(found);
}

std::vector<RuleOfDay> rules_by_day(const QuotaInForce& quota) {
  std::vector<RuleOfDay> rules;
  rules.reserve(quota.days.size());
  for (const QuotaDay& day : quota.days) {
    if (!day.started) {
      rules.push_back({&quota.rule, Reason::before_quota_start});
    } else {
      rules.push_back({&quota.rules.at(day.rule_id), day.is_asked() ? std::nullopt : std::optional(Reason::not_asked)});
    }
  }
  return rules;
}

const Rule& rule_on(const QuotaInForce& quota, Day day) {
  const QuotaDay& of_day = quota.days.at(static_cast<std::size_t>(day - quota.period.span.from));
  return of_day.started ? quota.rules.at(of_day.rule_id) : quota.rule;
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
  if (!is_distinct(quota)) return from_day_cells(quota, rep_id, stores);
  if (!is_whole(quota)) return from_activities(quota, rep_id, stores);
  PACELINE_TRY(const auto cells, stores.counts.first_counts(quota.rule.rule_id, quota.period.span, rep_id));
  return by_day(cells);
}

Result<std::int64_t> counted(const QuotaInForce& quota, RepId rep_id, Stores& stores) {
  PACELINE_TRY(const auto days, counted_by_day(quota, rep_id, stores));
  return std::accumulate(days.begin(), days.end(), std::int64_t{0},
                         [](std::int64_t sum, const auto& day) { return sum + day.second; });
}

bool is_distinct(const QuotaInForce& quota) {
  return std::any_of(quota.rules.begin(), quota.rules.end(),
                     [](const auto& rule) { return rule.second.unit != Unit::activities; });
}

bool asks_signals(const QuotaInForce& quota) {
  return std::any_of(quota.rules.begin(), quota.rules.end(),
                     [](const auto& rule) { return rule.second.after_signal.has_value(); });
}

Result<SignalsByContact> signals_for(const QuotaInForce& quota, const std::vector<Activity>& activities,
                                     ContactStore& contacts) {
  const auto asking = std::find_if(quota.rules.begin(), quota.rules.end(),
                                   [](const auto& rule) { return rule.second.after_signal.has_value(); });
  if (asking == quota.rules.end()) return SignalsByContact();
  return signals_for(asking->second, activities, contacts);
}

}  // namespace paceline
