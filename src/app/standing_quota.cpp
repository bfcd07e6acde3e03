// SPDX-License-Identifier: Apache-2.0
#include "app/standing_quota.h"

#include <algorithm>

#include "app/team_book.h"
#include "quota/proration.h"

namespace paceline {
namespace {

/// Is the quota by worth, and about just this product line?
bool fits_line(const Quota& quota, const QuotaBook& book, const std::vector<std::string>& lines, Day day) {
  const QuotaVersion* version = version_on(quota, day);
  if (version == nullptr) version = &quota.versions.front();
  const Rule& rule = book.rules.at(version->rule_id);
  return rule.unit == Unit::booked && rule.product_lines == lines;
}

bool fits_period(const Quota& quota, NamedPeriod period) {
  return quota.period_kind == period.kind && (!quota.span || *quota.span == period.span);
}

Result<std::vector<std::string>> lines_of_question(const StandingQuestion& question, PipelineStore& pipelines) {
  std::vector<std::string> lines;
  if (!question.product_line) return lines;
  PACELINE_TRY(const auto all, pipelines.product_lines());
  for (const ProductLine& line : all) {
    if (line.product_line_id == *question.product_line) lines.push_back(line.key);
  }
  return lines;
}

/// The reps whom the question is about, with their own time.
Result<std::vector<RepTerms>> terms_of_question(const StandingQuestion& question, const Company& company, Day today,
                                                Stores& stores) {
  PACELINE_TRY(auto users, stores.people.users());
  std::erase_if(users, [&](const User& user) {
    return question.reps &&
           std::find(question.reps->begin(), question.reps->end(), user.user_id) == question.reps->end();
  });
  PACELINE_TRY(auto placements, stores.people.placements_of(std::move(users)));
  std::erase_if(placements, [&](const Placement& placement) {
    const auto team = question.team ? team_on(placement, today) : std::nullopt;
    return question.team && !(team && steps_up(company, *team, *question.team));
  });
  return terms_of(std::move(placements), stores);
}

}  // namespace

Result<std::vector<StandingQuota>> standing_quotas(const StandingQuestion& question, NamedPeriod period, Day today,
                                                   Stores& stores) {
  std::vector<StandingQuota> found;
  if (question.territory) return found;
  PACELINE_TRY(const QuotaBook book, read_book(stores));
  PACELINE_TRY(const auto lines, lines_of_question(question, stores.pipelines));
  std::vector<const Quota*> fitting;
  for (const Quota& quota : book.quotas) {
    if (fits_period(quota, period) && fits_line(quota, book, lines, period.span.to - 1)) fitting.push_back(&quota);
  }
  if (fitting.empty()) return found;
  PACELINE_TRY(const auto reps, terms_of_question(question, book.company, today, stores));
  for (const Quota* quota : fitting) {
    StandingQuota sum{quota->quota_id, quota->key, quota->name, 0};
    bool asks = false;
    for (const RepTerms& rep : reps) {
      const auto asked = in_force(*quota, book, rep, period);
      if (!asked) continue;
      asks = true;
      sum.minor = added(sum.minor, prorate(asked->days, asked->time.calendar).amount);
    }
    if (asks) found.push_back(std::move(sum));
  }
  return found;
}

}  // namespace paceline
