// SPDX-License-Identifier: Apache-2.0
#include "plan/uncertain_dials.h"

#include <algorithm>

#include "funnel/rates.h"
#include "stats/search.h"

namespace paceline {
namespace {

constexpr std::size_t kMostSteps = 20;

Result<void> check_wanted(std::int64_t wanted) {
  if (wanted < 0 || wanted > stats::kLargestCount) return fail(Fault::invalid, "plan.wanted.out_of_range", "/wanted");
  return {};
}

}  // namespace

Result<DialsForChance> dials_uncertain(stats::Beta rate, std::int64_t wanted, double chance) {
  PACELINE_CHECK(stats::check_beta(rate));
  PACELINE_CHECK(check_wanted(wanted));
  PACELINE_CHECK(stats::check_chance(chance));
  const auto dials = stats::smallest_uncertain_trials(rate, wanted, chance);
  if (!dials) return fail(Fault::invalid, "plan.dials.out_of_range");
  DialsForChance found;
  found.dials = *dials;
  PACELINE_TRY(found.chance, stats::beta_binomial_tail(*dials, rate, wanted));
  if (*dials > 0) {
    PACELINE_TRY(found.chance_one_fewer, stats::beta_binomial_tail(*dials - 1, rate, wanted));
  }
  return found;
}

Result<std::vector<stats::Beta>> separate_steps(std::span<const std::int64_t> counts) {
  PACELINE_CHECK(funnel_rates(counts));
  std::vector<stats::Beta> steps;
  for (std::size_t i = 1; i < counts.size(); ++i)
    steps.push_back(stats::after({.successes = counts[i], .trials = counts[i - 1]}));
  return steps;
}

Result<std::vector<stats::Beta>> coherent_steps(std::span<const std::int64_t> counts, std::span<const double> masses) {
  PACELINE_CHECK(funnel_rates(counts));
  PACELINE_CHECK(stats::check_same_length(counts.size(), masses.size(), "/masses"));
  std::vector<stats::Beta> steps;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const double before = i == 0 ? stats::kLargestReal : masses[i - 1];
    if (!(masses[i] > 0 && masses[i] < before)) return fail(Fault::invalid, "plan.masses.not_falling", "/masses");
    if (i == 0) continue;
    steps.push_back({.a = masses[i] + static_cast<double>(counts[i]),
                     .b = masses[i - 1] - masses[i] + static_cast<double>(counts[i - 1] - counts[i])});
  }
  return steps;
}

UncertainChain::UncertainChain(std::vector<stats::Beta> steps, std::int64_t wanted)
    : steps_(std::move(steps)), wanted_(wanted), known_(steps_.size()) {}

Result<UncertainChain> UncertainChain::of(std::vector<stats::Beta> steps, std::int64_t wanted) {
  PACELINE_CHECK(check_wanted(wanted));
  if (steps.empty() || steps.size() > kMostSteps) return fail(Fault::invalid, "plan.steps.out_of_range", "/steps");
  for (const stats::Beta& step : steps) PACELINE_CHECK(stats::check_beta(step));
  return UncertainChain(std::move(steps), wanted);
}

double UncertainChain::mean_rate() const {
  double rate = 1;
  for (const stats::Beta& step : steps_) rate *= step.mean();
  return rate;
}

double UncertainChain::value(std::size_t step, std::int64_t count) {
  if (count < wanted_) return 0;
  if (step == steps_.size()) return 1;
  auto& known = known_[step];
  const auto place = static_cast<std::size_t>(count);
  if (place >= known.size()) known.resize(place + 1, -1);
  if (known[place] >= 0) return known[place];
  const auto terms = stats::beta_binomial_terms(count, steps_[step]);
  double sum = 0;
  for (std::size_t i = 0; i < terms.of.size(); ++i)
    sum += terms.of[i] * value(step + 1, terms.first + static_cast<std::int64_t>(i));
  return known_[step][place] = std::clamp(sum, 0.0, 1.0);
}

Result<double> UncertainChain::chance(std::int64_t dials) {
  if (dials < 0 || dials > kMostChainDials) return fail(Fault::invalid, "plan.dials.out_of_range", "/dials");
  return value(0, dials);
}

Result<DialsForChance> UncertainChain::dials_for(double chance) {
  PACELINE_CHECK(stats::check_chance(chance));
  const double guess = std::min(static_cast<double>(wanted_) / mean_rate(), static_cast<double>(kMostChainDials));
  const auto reached = [&](std::int64_t n) { return n > kMostChainDials || stats::reaches(value(0, n), chance); };
  const auto found = stats::smallest_where(static_cast<std::int64_t>(guess), reached);
  if (!found || *found > kMostChainDials) return fail(Fault::invalid, "plan.dials.out_of_range");
  DialsForChance answer{.dials = *found, .chance = value(0, *found), .chance_one_fewer = {}};
  if (*found > 0) answer.chance_one_fewer = value(0, *found - 1);
  return answer;
}

}  // namespace paceline
