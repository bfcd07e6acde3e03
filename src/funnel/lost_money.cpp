// SPDX-License-Identifier: Apache-2.0
#include "funnel/lost_money.h"

#include <algorithm>
#include <bit>

#include "stats/random.h"
#include "stats/special.h"

namespace paceline {
namespace {

constexpr std::size_t kMostSteps = 10;

/// prod of b over the steps of each coalition, of r over the others: one value for each of the 2^k sets.
std::vector<double> values_of(double worth, std::span<const double> own, std::span<const double> benchmark) {
  const std::size_t sets = std::size_t{1} << own.size();
  std::vector<double> values(sets, worth);
  for (std::size_t set = 0; set < sets; ++set)
    for (std::size_t i = 0; i < own.size(); ++i) values[set] *= (set >> i & 1U) != 0 ? benchmark[i] : own[i];
  return values;
}

std::vector<double> shares_of(std::span<const double> values, std::size_t steps) {
  // |S|! (k - 1 - |S|)! / k! by size of S.
  std::vector<double> weight(steps);
  weight[0] = 1 / static_cast<double>(steps);
  for (std::size_t size = 1; size < steps; ++size)
    weight[size] = weight[size - 1] * static_cast<double>(size) / static_cast<double>(steps - size);
  std::vector<double> shares(steps, 0);
  for (std::size_t set = 0; set < values.size(); ++set) {
    const auto size = static_cast<std::size_t>(std::popcount(set));
    for (std::size_t i = 0; i < steps; ++i)
      if ((set >> i & 1U) == 0) shares[i] += weight[size] * (values[set | std::size_t{1} << i] - values[set]);
  }
  return shares;
}

Result<void> check(double worth, std::size_t steps, std::span<const double> benchmark) {
  PACELINE_CHECK(stats::check_not_negative(worth, "/worth"));
  if (steps == 0 || steps > kMostSteps) return fail(Fault::invalid, "stats.count.out_of_range", "/steps");
  PACELINE_CHECK(stats::check_same_length(steps, benchmark.size(), "/benchmark"));
  for (const double rate : benchmark) PACELINE_CHECK(stats::check_probability(rate));
  return {};
}

}  // namespace

Result<double> money_at_stake(double entered, double value) {
  PACELINE_CHECK(stats::check_not_negative(entered, "/entered"));
  PACELINE_CHECK(stats::check_not_negative(value, "/value"));
  PACELINE_CHECK(stats::check_not_negative(entered * value, "/value"));
  return entered * value;
}

Result<LostMoney> lost_money(double worth, std::span<const double> own, std::span<const double> benchmark) {
  PACELINE_CHECK(check(worth, own.size(), benchmark));
  for (const double rate : own) PACELINE_CHECK(stats::check_probability(rate));
  const auto values = values_of(worth, own, benchmark);
  LostMoney lost;
  lost.current = values.front();
  lost.at_benchmark = values.back();
  lost.gap = lost.at_benchmark - lost.current;
  lost.share = shares_of(values, own.size());
  for (std::size_t i = 0; i < own.size(); ++i) lost.one_at_a_time.push_back(values[std::size_t{1} << i] - lost.current);
  return lost;
}

Result<std::vector<LikelyLoss>> likely_losses(double worth, std::span<const stats::Beta> own,
                                              std::span<const double> benchmark, std::int64_t draws,
                                              std::uint64_t seed) {
  PACELINE_CHECK(check(worth, own.size(), benchmark));
  for (const stats::Beta& rate : own) PACELINE_CHECK(stats::check_beta(rate));
  if (draws < 1 || draws > 100'000) return fail(Fault::invalid, "stats.count.out_of_range", "/draws");
  const auto times = static_cast<double>(draws);
  std::vector<LikelyLoss> losses(own.size());
  std::vector<double> rates(own.size());
  for (std::uint64_t draw = 0; draw < static_cast<std::uint64_t>(draws); ++draw) {
    for (std::size_t i = 0; i < own.size(); ++i)
      rates[i] = std::clamp(stats::beta_quantile_low(own[i].a, own[i].b, stats::uniform(seed, i, draw)), 0.0, 1.0);
    const auto shares = shares_of(values_of(worth, rates, benchmark), own.size());
    for (std::size_t i = 0; i < own.size(); ++i) {
      losses[i].mean += shares[i] / times;
      losses[i].p_loss += (shares[i] > 0 ? 1 : 0) / times;
    }
    const auto largest = std::ranges::max_element(shares) - shares.begin();
    losses[static_cast<std::size_t>(largest)].p_largest += 1 / times;
  }
  return losses;
}

}  // namespace paceline
