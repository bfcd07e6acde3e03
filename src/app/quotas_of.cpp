// SPDX-License-Identifier: Apache-2.0
#include "app/quotas_of.h"

#include <algorithm>

#include "app/recount.h"

namespace paceline {
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

namespace {

Result<QuotaBook> book_of(std::vector<Quota> quotas, Stores& stores) {
  QuotaBook book;
  book.quotas = std::move(quotas);
  PACELINE_TRY(auto rules, stores.quotas.rules());
  for (Rule& rule : rules) book.rules.emplace(rule.rule_id, std::move(rule));
  PACELINE_TRY(book.company, stores.people.company());
  return book;
}

}  // namespace

Result<QuotaBook> read_book(Stores& stores) {
  PACELINE_TRY(auto quotas, stores.quotas.quotas());
  return book_of(std::move(quotas), stores);
}

Result<QuotaBook> read_book_of(RepId rep_id, Stores& stores) {
  PACELINE_TRY(auto quotas, stores.quotas.quotas_for(rep_id));
  return book_of(std::move(quotas), stores);
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
  PACELINE_TRY(const QuotaBook book, read_book_of(rep_id, stores));
  PACELINE_TRY(const RepTerms rep, terms_of(rep_id, stores));
  return quotas_in_force(book, rep, day);
}

Result<QuotaInForce> quota_in_force(const Quota& quota, RepId rep_id, NamedPeriod period, Stores& stores) {
  PACELINE_TRY(const QuotaBook book, read_book_of(rep_id, stores));
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

bool is_distinct(const QuotaInForce& quota) {
  return std::any_of(quota.rules.begin(), quota.rules.end(),
                     [](const auto& rule) { return is_distinct(rule.second.unit); });
}

bool asks_signals(const QuotaInForce& quota) {
  return std::any_of(quota.rules.begin(), quota.rules.end(),
                     [](const auto& rule) { return rule.second.after_signal.has_value(); });
}

Result<SignalsByContact> signals_for(const QuotaInForce& quota, std::span<const Activity> activities,
                                     ContactStore& contacts) {
  const auto asking = std::find_if(quota.rules.begin(), quota.rules.end(),
                                   [](const auto& rule) { return rule.second.after_signal.has_value(); });
  if (asking == quota.rules.end()) return SignalsByContact();
  return signals_for(asking->second, activities, contacts);
}

}  // namespace paceline
