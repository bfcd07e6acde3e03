// SPDX-License-Identifier: Apache-2.0
#include "plan/uncertain_dials.h"

#include <algorithm>
#include <numeric>

#include "funnel/rates.h"
#include "stats/search.h"

namespace paceline {
namespace {

constexpr std::size_t kMostSteps = 20;
constexpr std::size_t kBlock = 64;

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
    : steps_(std::move(steps)), wanted_(wanted), known_(steps_.size() + 1) {}

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

/// f_step(m) for the kBlock numbers from `first` on. Neighbours share their work: each is one trial more.
void UncertainChain::learn_block(std::size_t step, std::int64_t first) {
  const auto begin = static_cast<std::size_t>(first);
  std::vector<double> block(kBlock, 0);
  if (step == steps_.size()) {
    for (std::size_t i = 0; i < kBlock; ++i) block[i] = first + static_cast<std::int64_t>(i) >= wanted_ ? 1 : 0;
  } else if (first + static_cast<std::int64_t>(kBlock) > wanted_) {
    stats::GrowingTerms terms(first, steps_[step]);
    const auto low = static_cast<std::size_t>(terms.now().first);
    learn(step + 1, terms.now().first, terms.now().first + static_cast<std::int64_t>(terms.now().of.size() + kBlock));
    const double* next = known_[step + 1].data() + low;
    for (double& sum : block) {
      const auto& of = terms.now().of;
      sum = std::clamp(std::inner_product(of.begin(), of.end(), next, 0.0), 0.0, 1.0);
      terms.add_trial();
    }
  }
  std::ranges::copy(block, known_[step].begin() + static_cast<std::ptrdiff_t>(begin));
}

/// All blocks that touch the numbers from `first` to `last`.
void UncertainChain::learn(std::size_t step, std::int64_t first, std::int64_t last) {
  constexpr auto width = static_cast<std::int64_t>(kBlock);
  const auto needed = static_cast<std::size_t>((last / width + 1) * width);
  if (known_[step].size() < needed) known_[step].resize(needed, -1);
  for (std::int64_t block = first / width * width; block <= last; block += width)
    if (known_[step][static_cast<std::size_t>(block)] < 0) learn_block(step, block);
}

double UncertainChain::value(std::int64_t dials) {
  learn(0, dials, dials);
  return known_[0][static_cast<std::size_t>(dials)];
}

Result<double> UncertainChain::chance(std::int64_t dials) {
  if (dials < 0 || dials > kMostChainDials) return fail(Fault::invalid, "plan.dials.out_of_range", "/dials");
  return value(dials);
}

Result<DialsForChance> UncertainChain::dials_for(double chance) {
  PACELINE_CHECK(stats::check_chance(chance));
  const double guess = std::min(static_cast<double>(wanted_) / mean_rate(), static_cast<double>(kMostChainDials));
  const auto reached = [&](std::int64_t n) { return n > kMostChainDials || stats::reaches(value(n), chance); };
  const auto found = stats::smallest_where(static_cast<std::int64_t>(guess), reached);
  if (!found || *found > kMostChainDials) return fail(Fault::invalid, "plan.dials.out_of_range");
  DialsForChance answer{.dials = *found, .chance = value(*found), .chance_one_fewer = {}};
  if (*found > 0) answer.chance_one_fewer = value(*found - 1);
  return answer;
}

}  // namespace paceline
