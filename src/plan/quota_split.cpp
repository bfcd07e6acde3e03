// SPDX-License-Identifier: Apache-2.0
#include "plan/quota_split.h"

#include <algorithm>

#include "base/apportion.h"
#include "stats/negative_binomial.h"

namespace paceline {
namespace {

Result<double> weight_of(const RepShare& rep, const Month& month, std::size_t place) {
  const double leave = rep.leave[place];
  PACELINE_CHECK(stats::check_not_negative(month.workdays, "/workdays"));
  PACELINE_CHECK(stats::check_not_negative(month.season, "/season"));
  PACELINE_CHECK(stats::check_not_negative(rep.ramp[place], "/ramp"));
  if (!(leave >= 0 && leave <= month.workdays)) return fail(Fault::invalid, "stats.value.out_of_range", "/leave");
  if (month.workdays == 0) return 0.0;
  return rep.potential * month.season * rep.ramp[place] * ((month.workdays - leave) / month.workdays);
}

}  // namespace

Result<QuotaSplit> quota_split(std::int64_t total, std::span<const RepShare> reps, std::span<const Month> months) {
  PACELINE_CHECK(stats::check_some(reps.size(), "/reps"));
  PACELINE_CHECK(stats::check_some(months.size(), "/months"));
  QuotaSplit split;
  std::vector<std::vector<double>> monthly;
  for (const RepShare& rep : reps) {
    PACELINE_CHECK(stats::check_not_negative(rep.potential, "/potential"));
    PACELINE_CHECK(stats::check_same_length(rep.leave.size(), months.size(), "/leave"));
    PACELINE_CHECK(stats::check_same_length(rep.ramp.size(), months.size(), "/ramp"));
    monthly.emplace_back();
    double sum = 0;
    for (std::size_t m = 0; m < months.size(); ++m) {
      PACELINE_TRY(const double weight, weight_of(rep, months[m], m));
      monthly.back().push_back(weight);
      sum += weight;
    }
    split.weights.push_back(sum);
  }
  PACELINE_TRY(split.reps, apportion(total, split.weights));
  for (std::size_t r = 0; r < reps.size(); ++r) {
    if (split.weights[r] == 0) {
      split.months.emplace_back(months.size(), 0);
      continue;
    }
    PACELINE_TRY(auto parts, apportion(split.reps[r], monthly[r]));
    split.months.push_back(std::move(parts));
  }
  return split;
}

Result<EqualChance> equal_chance_quota(RatePrior prior, double weeks, double chance) {
  PACELINE_CHECK(stats::check_positive(prior.events, "/events"));
  PACELINE_CHECK(stats::check_positive(prior.weeks, "/weeks"));
  PACELINE_CHECK(stats::check_not_negative(weeks, "/horizon"));
  PACELINE_CHECK(stats::check_chance(chance));
  const stats::NegativeBinomial counts{.shape = prior.events, .mean = prior.events / prior.weeks * weeks};
  // The smallest x with P(X <= x) >= 1 - chance is near the answer; the tail itself decides.
  PACELINE_TRY(std::int64_t quota, stats::negative_binomial_quantile(counts, 1 - chance));
  const auto reached = [&](std::int64_t q) -> Result<bool> {
    PACELINE_TRY(const double tail, stats::negative_binomial_tail(counts, q));
    return stats::reaches(tail, chance);
  };
  for (;;) {
    PACELINE_TRY(const bool more, reached(quota + 1));
    if (!more) break;
    ++quota;
  }
  for (; quota > 0; --quota) {
    PACELINE_TRY(const bool enough, reached(quota));
    if (enough) break;
  }
  EqualChance found{.quota = quota, .chance = 1};
  PACELINE_TRY(found.chance, stats::negative_binomial_tail(counts, quota));
  return found;
}

}  // namespace paceline
